<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="vi_VN" sourcelanguage="en">
<context>
    <name>AddBookmarks</name>
    <message>
        <location filename="../../ui/cases/sections/bookmark_dialogs.py" line="58"/>
        <source>Find: camera, words, time</source>
        <translation>Tìm: camera, lời ghi, giờ</translation>
    </message>
    <message>
        <location filename="../../ui/cases/sections/bookmark_dialogs.py" line="59"/>
        <source>Find a bookmark</source>
        <translation>Tìm dấu mốc</translation>
    </message>
    <message>
        <location filename="../../ui/cases/sections/bookmark_dialogs.py" line="60"/>
        <source>Find a bookmark among those that are listed</source>
        <translation>Tìm trong các dấu mốc đang liệt kê</translation>
    </message>
    <message>
        <location filename="../../ui/cases/sections/bookmark_dialogs.py" line="65"/>
        <source>Shift or Ctrl with the arrows or the mouse takes several</source>
        <translation>Giữ Shift hoặc Ctrl với mũi tên hay chuột để chọn nhiều</translation>
    </message>
    <message>
        <location filename="../../ui/cases/sections/bookmark_dialogs.py" line="70"/>
        <source>There is no bookmark that belongs to no case yet.</source>
        <translation>Không có dấu mốc nào chưa thuộc vụ việc.</translation>
    </message>
    <message>
        <location filename="../../ui/cases/sections/bookmark_dialogs.py" line="73"/>
        <source>Older ones</source>
        <translation>Các dấu mốc cũ hơn</translation>
    </message>
    <message>
        <location filename="../../ui/cases/sections/bookmark_dialogs.py" line="75"/>
        <source>List bookmarks that were made before</source>
        <translation>Liệt kê thêm các dấu mốc đặt trước đó</translation>
    </message>
</context>
<context>
    <name>AdministratorStep</name>
    <message>
        <location filename="../../ui/first_run/steps.py" line="158"/>
        <source>The first administrator</source>
        <translation>Quản trị đầu tiên</translation>
    </message>
    <message>
        <location filename="../../ui/first_run/steps.py" line="160"/>
        <source>He adds cameras and officers. From now on everyone signs in with his own name.</source>
        <translation>Quản trị thêm camera và cán bộ. Từ nay mỗi người đăng nhập bằng tên của mình.</translation>
    </message>
    <message>
        <location filename="../../ui/first_run/steps.py" line="162"/>
        <source>His name</source>
        <translation>Họ tên quản trị</translation>
    </message>
</context>
<context>
    <name>Answers</name>
    <message>
        <location filename="../../ui/cases/inbox_answers.py" line="44"/>
        <source>Approved: {number}</source>
        <translation>Đã duyệt: {number}</translation>
    </message>
    <message>
        <location filename="../../ui/cases/inbox_answers.py" line="56"/>
        <source>Closed: {number}</source>
        <translation>Đã đóng: {number}</translation>
    </message>
    <message>
        <location filename="../../ui/cases/inbox_answers.py" line="62"/>
        <source>Return {number} to be mended</source>
        <translation>Trả lại vụ {number} để bổ sung</translation>
    </message>
    <message>
        <location filename="../../ui/cases/inbox_answers.py" line="63"/>
        <source>Whoever wrote it reads the reason on top of the incident.</source>
        <translation>Người lập sẽ thấy lý do ngay đầu vụ việc.</translation>
    </message>
    <message>
        <location filename="../../ui/cases/inbox_answers.py" line="64"/>
        <source>Return</source>
        <translation>Trả lại</translation>
    </message>
    <message>
        <location filename="../../ui/cases/inbox_answers.py" line="72"/>
        <source>Returned: {number}</source>
        <translation>Đã trả lại: {number}</translation>
    </message>
    <message>
        <location filename="../../ui/cases/inbox_answers.py" line="83"/>
        <source>Assigned: {number}</source>
        <translation>Đã giao: {number}</translation>
    </message>
</context>
<context>
    <name>AreaOver</name>
    <message>
        <location filename="../../ui/review/finding/area_over.py" line="33"/>
        <source>Area in the picture</source>
        <translation>Vùng trong hình</translation>
    </message>
    <message>
        <location filename="../../ui/review/finding/area_over.py" line="91"/>
        <source>Left {left} %, top {top} %, {width} % wide, {height} % high</source>
        <translation>Cách trái {left} %, cách trên {top} %, rộng {width} %, cao {height} %</translation>
    </message>
    <message>
        <location filename="../../ui/review/finding/area_over.py" line="145"/>
        <source>Drag a rectangle around the place. Keys: arrows move it, Shift+arrows size it</source>
        <translation>Kéo chuột khoanh chỗ cần tìm. Bàn phím: mũi tên để dời, Shift+mũi tên để đổi cỡ</translation>
    </message>
</context>
<context>
    <name>AreaTool</name>
    <message>
        <location filename="../../ui/review/finding/area_tool.py" line="42"/>
        <source>Any change, however small</source>
        <translation>Mọi thay đổi, dù nhỏ</translation>
    </message>
    <message>
        <location filename="../../ui/review/finding/area_tool.py" line="43"/>
        <source>A quarter of the area</source>
        <translation>Đổi từ một phần tư vùng</translation>
    </message>
    <message>
        <location filename="../../ui/review/finding/area_tool.py" line="44"/>
        <source>Half of the area</source>
        <translation>Đổi từ nửa vùng</translation>
    </message>
    <message>
        <location filename="../../ui/review/finding/area_tool.py" line="80"/>
        <source>How much must change</source>
        <translation>Mức thay đổi</translation>
    </message>
    <message>
        <location filename="../../ui/review/finding/area_tool.py" line="83"/>
        <source>Search</source>
        <translation>Tìm</translation>
    </message>
    <message>
        <location filename="../../ui/review/finding/area_tool.py" line="87"/>
        <source>Draw</source>
        <translation>Khoanh vùng</translation>
    </message>
    <message>
        <location filename="../../ui/review/finding/area_tool.py" line="93"/>
        <source>Stop</source>
        <translation>Dừng</translation>
    </message>
    <message>
        <location filename="../../ui/review/finding/area_tool.py" line="105"/>
        <source>Moments of change</source>
        <translation>Các lúc có thay đổi</translation>
    </message>
    <message>
        <location filename="../../ui/review/finding/area_tool.py" line="138"/>
        <location filename="../../ui/review/finding/area_tool.py" line="298"/>
        <source>Choose a camera first.</source>
        <translation>Hãy chọn camera trước.</translation>
    </message>
    <message>
        <location filename="../../ui/review/finding/area_tool.py" line="140"/>
        <source>From and to are not clear, or have not come yet.</source>
        <translation>Chưa rõ từ lúc nào đến lúc nào, hoặc thời điểm đó chưa tới.</translation>
    </message>
    <message>
        <location filename="../../ui/review/finding/area_tool.py" line="162"/>
        <source>Stopped.</source>
        <translation>Đã dừng.</translation>
    </message>
    <message>
        <location filename="../../ui/review/finding/area_tool.py" line="254"/>
        <source>{n} moments of change.</source>
        <translation>{n} lúc có thay đổi.</translation>
    </message>
    <message>
        <location filename="../../ui/review/finding/area_tool.py" line="256"/>
        <source>Nothing changed in this area, as far as the change map tells.</source>
        <translation>Theo bản đồ thay đổi, vùng này không có gì thay đổi.</translation>
    </message>
    <message>
        <location filename="../../ui/review/finding/area_tool.py" line="259"/>
        <source>Searching… {n} so far</source>
        <translation>Đang tìm… đã thấy {n}</translation>
    </message>
    <message>
        <location filename="../../ui/review/finding/area_tool.py" line="263"/>
        <source>Not searched before {start}: older than your role may see.</source>
        <translation>Không tìm trước {start}: cũ hơn mức vai trò được xem.</translation>
    </message>
    <message>
        <location filename="../../ui/review/finding/area_tool.py" line="267"/>
        <source>and {n} stretches more</source>
        <translation>và {n} đoạn nữa</translation>
    </message>
    <message>
        <location filename="../../ui/review/finding/area_tool.py" line="274"/>
        <source>No change map from {start} to {end}: there is footage, watch it.</source>
        <translation>Không có bản đồ thay đổi từ {start} đến {end}: có ghi hình, cần xem trực tiếp.</translation>
    </message>
    <message>
        <location filename="../../ui/review/finding/area_tool.py" line="276"/>
        <source>No change map from {start} to {end}: nothing was recorded.</source>
        <translation>Không có bản đồ thay đổi từ {start} đến {end}: không ghi hình.</translation>
    </message>
    <message>
        <location filename="../../ui/review/finding/area_tool.py" line="296"/>
        <source>Draw around the place on the picture of {camera}.</source>
        <translation>Khoanh chỗ cần tìm trên hình camera {camera}.</translation>
    </message>
    <message>
        <location filename="../../ui/review/finding/area_tool.py" line="319"/>
        <source>{length}, {share} % of the area</source>
        <translation>{length}, {share} % vùng</translation>
    </message>
</context>
<context>
    <name>AssignDialog</name>
    <message>
        <location filename="../../ui/cases/assign_dialog.py" line="32"/>
        <source>Who takes this on?</source>
        <translation>Giao cho ai?</translation>
    </message>
    <message>
        <location filename="../../ui/cases/assign_dialog.py" line="33"/>
        <source>Assign</source>
        <translation>Giao</translation>
    </message>
</context>
<context>
    <name>Assistant</name>
    <message>
        <location filename="../../ui/first_run/assistant.py" line="172"/>
        <source>Step {at} of {count}</source>
        <translation>Bước {at} / {count}</translation>
    </message>
    <message>
        <location filename="../../ui/first_run/assistant.py" line="178"/>
        <source>Not now</source>
        <translation>Để sau</translation>
    </message>
    <message>
        <location filename="../../ui/first_run/assistant.py" line="178"/>
        <source>Back</source>
        <translation>Quay lại</translation>
    </message>
    <message>
        <location filename="../../ui/first_run/assistant.py" line="179"/>
        <source>One step back; nothing is lost (Esc)</source>
        <translation>Lùi một bước, không mất gì (Esc)</translation>
    </message>
    <message>
        <location filename="../../ui/first_run/assistant.py" line="182"/>
        <source>Add cameras now</source>
        <translation>Thêm camera ngay</translation>
    </message>
    <message>
        <location filename="../../ui/first_run/assistant.py" line="186"/>
        <source>Go on (Ctrl+Enter)</source>
        <translation>Đi tiếp (Ctrl+Enter)</translation>
    </message>
    <message>
        <location filename="../../ui/first_run/assistant.py" line="192"/>
        <source>Make the station</source>
        <translation>Lập trạm</translation>
    </message>
    <message>
        <location filename="../../ui/first_run/assistant.py" line="194"/>
        <source>It is on paper</source>
        <translation>Đã có trên giấy</translation>
    </message>
    <message>
        <location filename="../../ui/first_run/assistant.py" line="196"/>
        <source>Later: show the wall</source>
        <translation>Để sau, mở tường camera</translation>
    </message>
    <message>
        <location filename="../../ui/first_run/assistant.py" line="198"/>
        <source>Next</source>
        <translation>Tiếp tục</translation>
    </message>
</context>
<context>
    <name>Attempt</name>
    <message>
        <location filename="../../ui/access/attempt.py" line="60"/>
        <source>Name and password do not fit. Try again in {seconds} s.</source>
        <translation>Tên và mật khẩu không khớp. Thử lại sau {seconds} giây.</translation>
    </message>
    <message>
        <location filename="../../ui/access/attempt.py" line="62"/>
        <source>This code does not fit. Try again in {seconds} s.</source>
        <translation>Mã không đúng. Thử lại sau {seconds} giây.</translation>
    </message>
</context>
<context>
    <name>AuditPage</name>
    <message>
        <location filename="../../ui/audit/page.py" line="86"/>
        <location filename="../../ui/audit/page.py" line="142"/>
        <source>Log</source>
        <translation>Nhật ký hệ thống</translation>
    </message>
    <message>
        <location filename="../../ui/audit/page.py" line="110"/>
        <source>Nothing fits this</source>
        <translation>Không có dòng nào khớp</translation>
    </message>
    <message>
        <location filename="../../ui/audit/page.py" line="111"/>
        <source>Esc takes the filters away and shows everything again.</source>
        <translation>Bấm Esc để bỏ lọc và xem lại tất cả.</translation>
    </message>
    <message>
        <location filename="../../ui/audit/page.py" line="205"/>
        <source>Verifying every entry and every signature…</source>
        <translation>Đang kiểm tra từng dòng và từng chữ ký…</translation>
    </message>
    <message>
        <location filename="../../ui/audit/page.py" line="220"/>
        <source>{count} entries were written to {file}.</source>
        <translation>Đã ghi {count} dòng vào {file}.</translation>
    </message>
    <message>
        <location filename="../../ui/audit/page.py" line="225"/>
        <source>Writing {file}…</source>
        <translation>Đang ghi {file}…</translation>
    </message>
    <message>
        <location filename="../../ui/audit/page.py" line="237"/>
        <source>Export the log</source>
        <translation>Xuất nhật ký</translation>
    </message>
    <message>
        <location filename="../../ui/audit/page.py" line="238"/>
        <source>log-{day}.xlsx</source>
        <translation>nhat-ky-{day}.xlsx</translation>
    </message>
    <message>
        <location filename="../../ui/audit/page.py" line="267"/>
        <source>Newest entry {seq}: {groups}</source>
        <translation>Dòng mới nhất số {seq}: {groups}</translation>
    </message>
    <message>
        <location filename="../../ui/audit/page.py" line="270"/>
        <source>never signed yet</source>
        <translation>chưa ký lần nào</translation>
    </message>
    <message>
        <location filename="../../ui/audit/page.py" line="272"/>
        <source>signed up to {seq} on {time}</source>
        <translation>đã ký đến dòng {seq} lúc {time}</translation>
    </message>
    <message>
        <location filename="../../ui/audit/page.py" line="278"/>
        <source>{count} entries</source>
        <translation>{count} dòng</translation>
    </message>
    <message>
        <location filename="../../ui/audit/page.py" line="280"/>
        <source>more than {count} entries</source>
        <translation>hơn {count} dòng</translation>
    </message>
    <message>
        <location filename="../../ui/audit/page.py" line="305"/>
        <source>there are newer entries (Ctrl+Home)</source>
        <translation>có dòng mới hơn (Ctrl+Home)</translation>
    </message>
    <message>
        <location filename="../../ui/audit/page.py" line="223"/>
        <source>{file} could not be written. Choose another folder.</source>
        <translation>Không ghi được {file}. Chọn thư mục khác.</translation>
    </message>
</context>
<context>
    <name>BackupTable</name>
    <message>
        <location filename="../../ui/backups/table.py" line="55"/>
        <source>tried out</source>
        <translation>đã mở thử</translation>
    </message>
    <message>
        <location filename="../../ui/backups/table.py" line="56"/>
        <location filename="../../ui/backups/table.py" line="57"/>
        <source>yes</source>
        <translation>có</translation>
    </message>
    <message>
        <location filename="../../ui/backups/table.py" line="56"/>
        <source>no sheet</source>
        <translation>chưa có phiếu</translation>
    </message>
    <message>
        <location filename="../../ui/backups/table.py" line="57"/>
        <source>only here</source>
        <translation>chỉ ở máy này</translation>
    </message>
    <message>
        <location filename="../../ui/backups/table.py" line="79"/>
        <source>Made at</source>
        <translation>Lúc sao lưu</translation>
    </message>
    <message>
        <location filename="../../ui/backups/table.py" line="80"/>
        <source>Kind</source>
        <translation>Loại</translation>
    </message>
    <message>
        <location filename="../../ui/backups/table.py" line="81"/>
        <source>Size</source>
        <translation>Dung lượng</translation>
    </message>
    <message>
        <location filename="../../ui/backups/table.py" line="82"/>
        <source>Log up to</source>
        <translation>Nhật ký đến dòng</translation>
    </message>
    <message>
        <location filename="../../ui/backups/table.py" line="83"/>
        <source>State</source>
        <translation>Trạng thái</translation>
    </message>
    <message>
        <location filename="../../ui/backups/table.py" line="84"/>
        <source>Opens with a sheet</source>
        <translation>Mở được bằng phiếu</translation>
    </message>
    <message>
        <location filename="../../ui/backups/table.py" line="85"/>
        <source>On the second medium</source>
        <translation>Ở nơi thứ hai</translation>
    </message>
</context>
<context>
    <name>BackupsPage</name>
    <message>
        <location filename="../../ui/backups/page.py" line="91"/>
        <location filename="../../ui/backups/page.py" line="142"/>
        <source>Backups</source>
        <translation>Sao lưu</translation>
    </message>
    <message>
        <location filename="../../ui/backups/page.py" line="126"/>
        <source>There is no backup yet</source>
        <translation>Chưa có bản sao lưu nào</translation>
    </message>
    <message>
        <location filename="../../ui/backups/page.py" line="127"/>
        <source>The first one is made tonight at 02:30. Ins makes one now.</source>
        <translation>Bản đầu tiên sẽ có lúc 02:30 đêm nay. Bấm Ins để sao lưu ngay.</translation>
    </message>
    <message>
        <location filename="../../ui/backups/page.py" line="165"/>
        <source>The station is being backed up and tried out…</source>
        <translation>Đang sao lưu và mở thử…</translation>
    </message>
    <message>
        <location filename="../../ui/backups/page.py" line="198"/>
        <source>before the last update</source>
        <translation>trước lần cập nhật gần nhất</translation>
    </message>
    <message>
        <location filename="../../ui/backups/page.py" line="239"/>
        <source>Looking what going back would lose…</source>
        <translation>Đang xem quay về thì mất gì…</translation>
    </message>
    <message>
        <location filename="../../ui/backups/page.py" line="255"/>
        <source>Going back to {time}. Please leave the PC on…</source>
        <translation>Đang quay về {time}. Xin đừng tắt máy…</translation>
    </message>
    <message>
        <location filename="../../ui/backups/page.py" line="258"/>
        <source>Gone back to {time}. The store of before is kept as {file}.</source>
        <translation>Đã quay về {time}. Kho dữ liệu trước đó được giữ lại trong tệp {file}.</translation>
    </message>
    <message>
        <location filename="../../ui/backups/page.py" line="271"/>
        <source>Stopped; nothing was changed.</source>
        <translation>Đã dừng; không có gì thay đổi.</translation>
    </message>
    <message>
        <location filename="../../ui/backups/page.py" line="290"/>
        <source>Backed up at {time}, tried out, also on the second medium.</source>
        <translation>Đã sao lưu lúc {time}, đã mở thử, có cả ở nơi thứ hai.</translation>
    </message>
    <message>
        <location filename="../../ui/backups/page.py" line="294"/>
        <source>Backed up at {time} and tried out.</source>
        <translation>Đã sao lưu lúc {time} và đã mở thử.</translation>
    </message>
    <message>
        <location filename="../../ui/backups/page.py" line="301"/>
        <source>The new sheet opens backups from now on. Back up now (Ins).</source>
        <translation>Phiếu mới mở các bản sao lưu từ bây giờ trở đi. Hãy sao lưu ngay (Ins).</translation>
    </message>
    <message>
        <location filename="../../ui/backups/page.py" line="316"/>
        <source>{count} backups</source>
        <translation>{count} bản sao lưu</translation>
    </message>
    <message>
        <location filename="../../ui/backups/page.py" line="320"/>
        <source>no recovery sheet was made</source>
        <translation>chưa lập phiếu khôi phục</translation>
    </message>
    <message>
        <location filename="../../ui/backups/page.py" line="317"/>
        <source>no second medium is set: pictures and papers of cases are in no backup</source>
        <translation>chưa chọn nơi sao lưu thứ hai: ảnh và giấy tờ của vụ việc không nằm trong bản sao lưu nào</translation>
    </message>
</context>
<context>
    <name>Bar</name>
    <message>
        <location filename="../../ui/review/bar.py" line="64"/>
        <source>Tools</source>
        <translation>Công cụ</translation>
    </message>
</context>
<context>
    <name>Beside</name>
    <message>
        <location filename="../../ui/cases/beside.py" line="45"/>
        <source>Parts of the incident</source>
        <translation>Các phần của vụ việc</translation>
    </message>
</context>
<context>
    <name>BlindList</name>
    <message>
        <location filename="../../ui/cases/blind_list.py" line="236"/>
        <source>Cameras that were blind</source>
        <translation>Camera mất hình</translation>
    </message>
</context>
<context>
    <name>BookmarksSection</name>
    <message>
        <location filename="../../ui/cases/sections/bookmarks.py" line="81"/>
        <source>No moment belongs to this case yet. Ins adds some that were bookmarked; B on the wall or in Review bookmarks new ones.</source>
        <translation>Vụ việc chưa có dấu mốc nào. Bấm Ins để thêm dấu mốc đã có; trên tường hoặc ở Xem lại bấm B để đặt dấu mốc mới.</translation>
    </message>
    <message>
        <location filename="../../ui/cases/sections/bookmarks.py" line="95"/>
        <source>Moments</source>
        <translation>Dấu mốc</translation>
    </message>
    <message>
        <location filename="../../ui/cases/sections/bookmarks.py" line="193"/>
        <source>not described yet</source>
        <translation>chưa mô tả</translation>
    </message>
    <message>
        <location filename="../../ui/cases/sections/bookmarks.py" line="200"/>
        <source>no picture then: {state}</source>
        <translation>Lúc đó không có hình: {state}</translation>
    </message>
    <message>
        <location filename="../../ui/cases/sections/bookmarks.py" line="202"/>
        <source>no picture then of {count} cameras: {state}</source>
        <translation>Lúc đó {count} camera không có hình: {state}</translation>
    </message>
</context>
<context>
    <name>BroughtTable</name>
    <message>
        <location filename="../../ui/cases/morning_tables.py" line="91"/>
        <source>no team answers there</source>
        <translation>chưa có tổ phụ trách</translation>
    </message>
    <message>
        <location filename="../../ui/cases/morning_tables.py" line="102"/>
        <source>Team</source>
        <translation>Tổ</translation>
    </message>
    <message>
        <location filename="../../ui/cases/morning_tables.py" line="102"/>
        <source>Category</source>
        <translation>Loại</translation>
    </message>
    <message>
        <location filename="../../ui/cases/morning_tables.py" line="102"/>
        <source>Cases</source>
        <translation>Số vụ</translation>
    </message>
    <message>
        <location filename="../../ui/cases/morning_tables.py" line="120"/>
        <source>{team}, {category}: {count}</source>
        <translation>{team}, {category}: {count}</translation>
    </message>
</context>
<context>
    <name>CallDialog</name>
    <message>
        <location filename="../../ui/people/call_dialog.py" line="99"/>
        <location filename="../../ui/people/call_dialog.py" line="102"/>
        <source>Who answers for this cluster</source>
        <translation>Ai phụ trách cụm này</translation>
    </message>
    <message>
        <location filename="../../ui/people/call_dialog.py" line="122"/>
        <source>Note</source>
        <translation>Ghi chú</translation>
    </message>
    <message>
        <location filename="../../ui/people/call_dialog.py" line="123"/>
        <source>Note, if there is something to add</source>
        <translation>Ghi chú, nếu cần</translation>
    </message>
    <message>
        <location filename="../../ui/people/call_dialog.py" line="124"/>
        <source>Kept with the next result; Enter logs it (Tab comes here)</source>
        <translation>Lưu cùng kết quả tiếp theo; Enter là ghi (Tab để vào ô này)</translation>
    </message>
    <message>
        <location filename="../../ui/people/call_dialog.py" line="131"/>
        <source>Close</source>
        <translation>Đóng</translation>
    </message>
    <message>
        <location filename="../../ui/people/call_dialog.py" line="133"/>
        <source>Close (Esc)</source>
        <translation>Đóng (Esc)</translation>
    </message>
    <message>
        <location filename="../../ui/people/call_dialog.py" line="167"/>
        <source>Open the members of the teams</source>
        <translation>Mở trang Tổ viên</translation>
    </message>
    <message>
        <location filename="../../ui/people/call_dialog.py" line="169"/>
        <source>Open the members of the teams (Enter)</source>
        <translation>Mở trang Tổ viên (Enter)</translation>
    </message>
    <message>
        <location filename="../../ui/people/call_dialog.py" line="242"/>
        <source>Copied: {phone}</source>
        <translation>Đã chép số: {phone}</translation>
    </message>
    <message>
        <location filename="../../ui/people/call_dialog.py" line="280"/>
        <source>Calls are logged about your bookmark of {time}, {camera}</source>
        <translation>Cuộc gọi được ghi về dấu mốc của đồng chí lúc {time}, {camera}</translation>
    </message>
    <message>
        <location filename="../../ui/people/call_dialog.py" line="308"/>
        <source>{cluster} · {team}</source>
        <translation>{cluster} · {team}</translation>
    </message>
    <message>
        <location filename="../../ui/people/call_dialog.py" line="314"/>
        <source>No team answers for this cluster yet</source>
        <translation>Cụm này chưa có tổ nào phụ trách</translation>
    </message>
    <message>
        <location filename="../../ui/people/call_dialog.py" line="316"/>
        <source>The administrator gives it one: Devices (Ctrl+6), members of the teams (F7), team of a cluster (F8).</source>
        <translation>Quản trị giao cụm cho một tổ: trang Thiết bị (Ctrl+6), Tổ viên (F7), Tổ phụ trách cụm (F8).</translation>
    </message>
    <message>
        <location filename="../../ui/people/call_dialog.py" line="320"/>
        <source>This team has no members yet</source>
        <translation>Tổ này chưa có tổ viên nào</translation>
    </message>
    <message>
        <location filename="../../ui/people/call_dialog.py" line="322"/>
        <source>The chief or the administrator adds them: Devices (Ctrl+6), members of the teams (F7), then Ins.</source>
        <translation>Trưởng đơn vị hoặc quản trị thêm tổ viên: trang Thiết bị (Ctrl+6), Tổ viên (F7), rồi Ins.</translation>
    </message>
    <message>
        <location filename="../../ui/people/call_dialog.py" line="334"/>
        <source>Logged at {time}: {name}, {result}</source>
        <translation>Đã ghi lúc {time}: {name}, {result}</translation>
    </message>
    <message>
        <location filename="../../ui/people/call_dialog.py" line="348"/>
        <source>This call is not logged. {reason}</source>
        <translation>Cuộc gọi này chưa được ghi. {reason}</translation>
    </message>
    <message>
        <location filename="../../ui/people/call_dialog.py" line="378"/>
        <source>{hint}; also Enter</source>
        <translation>{hint}; hoặc Enter</translation>
    </message>
</context>
<context>
    <name>CallTable</name>
    <message>
        <location filename="../../ui/people/call_table.py" line="87"/>
        <source>not called yet</source>
        <translation>chưa gọi</translation>
    </message>
    <message>
        <location filename="../../ui/people/call_table.py" line="89"/>
        <source>{result} · {ago}</source>
        <translation>{result} · {ago}</translation>
    </message>
    <message>
        <location filename="../../ui/people/call_table.py" line="101"/>
        <source>Who</source>
        <translation>Người phụ trách</translation>
    </message>
    <message>
        <location filename="../../ui/people/call_table.py" line="101"/>
        <source>Role</source>
        <translation>Chức danh</translation>
    </message>
    <message>
        <location filename="../../ui/people/call_table.py" line="101"/>
        <source>Phone</source>
        <translation>Điện thoại</translation>
    </message>
    <message>
        <location filename="../../ui/people/call_table.py" line="101"/>
        <source>Last call</source>
        <translation>Lần gọi gần nhất</translation>
    </message>
</context>
<context>
    <name>CallView</name>
    <message>
        <location filename="../../ui/people/call_table.py" line="131"/>
        <source>Whom to call</source>
        <translation>Danh sách người cần gọi</translation>
    </message>
</context>
<context>
    <name>CallsSection</name>
    <message>
        <location filename="../../ui/cases/sections/calls.py" line="54"/>
        <source>Nobody was called about this</source>
        <translation>Chưa gọi ai về việc này</translation>
    </message>
    <message>
        <location filename="../../ui/cases/sections/calls.py" line="55"/>
        <source>F9 lists who answers for its cluster, in order.</source>
        <translation>F9 cho biết ai phụ trách cụm này, theo thứ tự gọi.</translation>
    </message>
    <message>
        <location filename="../../ui/cases/sections/calls.py" line="68"/>
        <source>Calls</source>
        <translation>Cuộc gọi</translation>
    </message>
    <message>
        <location filename="../../ui/cases/sections/calls.py" line="79"/>
        <source>Choose its cluster first: a team answers.</source>
        <translation>Chọn cụm camera trước: mỗi cụm có tổ phụ trách.</translation>
    </message>
</context>
<context>
    <name>CameraDialog</name>
    <message>
        <location filename="../../ui/fleet/camera_dialog.py" line="83"/>
        <source>Add a camera</source>
        <translation>Thêm camera</translation>
    </message>
    <message>
        <location filename="../../ui/fleet/camera_dialog.py" line="83"/>
        <source>Change a camera</source>
        <translation>Sửa camera</translation>
    </message>
    <message>
        <location filename="../../ui/fleet/camera_dialog.py" line="87"/>
        <source>* must be filled in</source>
        <translation>* bắt buộc nhập</translation>
    </message>
    <message>
        <location filename="../../ui/fleet/camera_dialog.py" line="121"/>
        <source>Try (Ctrl+T)</source>
        <translation>Thử (Ctrl+T)</translation>
    </message>
    <message>
        <location filename="../../ui/fleet/camera_dialog.py" line="124"/>
        <source>Show the camera&apos;s picture without keeping it (Ctrl+T)</source>
        <translation>Xem thử hình của camera, chưa lưu (Ctrl+T)</translation>
    </message>
    <message>
        <location filename="../../ui/fleet/camera_dialog.py" line="127"/>
        <source>Add camera</source>
        <translation>Thêm camera</translation>
    </message>
    <message>
        <location filename="../../ui/fleet/camera_dialog.py" line="127"/>
        <source>Keep</source>
        <translation>Lưu</translation>
    </message>
    <message>
        <location filename="../../ui/fleet/camera_dialog.py" line="131"/>
        <source>Keep this camera (Enter)</source>
        <translation>Lưu camera này (Enter)</translation>
    </message>
    <message>
        <location filename="../../ui/fleet/camera_dialog.py" line="133"/>
        <source>Cancel</source>
        <translation>Huỷ</translation>
    </message>
    <message>
        <location filename="../../ui/fleet/camera_dialog.py" line="134"/>
        <source>Close without keeping (Esc)</source>
        <translation>Đóng, không lưu (Esc)</translation>
    </message>
    <message>
        <location filename="../../ui/fleet/camera_dialog.py" line="141"/>
        <source>Number</source>
        <translation>Số</translation>
    </message>
    <message>
        <location filename="../../ui/fleet/camera_dialog.py" line="142"/>
        <source>Name</source>
        <translation>Tên</translation>
    </message>
    <message>
        <location filename="../../ui/fleet/camera_dialog.py" line="146"/>
        <source>New cluster…</source>
        <translation>Cụm mới…</translation>
    </message>
    <message>
        <location filename="../../ui/fleet/camera_dialog.py" line="147"/>
        <source>Cluster</source>
        <translation>Cụm camera</translation>
    </message>
    <message>
        <location filename="../../ui/fleet/camera_dialog.py" line="148"/>
        <source>Name of the new cluster</source>
        <translation>Tên cụm mới</translation>
    </message>
    <message>
        <location filename="../../ui/fleet/camera_dialog.py" line="149"/>
        <source>such as rtsp://192.168.1.20:554/Streaming/Channels/101</source>
        <translation>ví dụ rtsp://192.168.1.20:554/Streaming/Channels/101</translation>
    </message>
    <message>
        <location filename="../../ui/fleet/camera_dialog.py" line="150"/>
        <source>Main stream</source>
        <translation>Luồng chính</translation>
    </message>
    <message>
        <location filename="../../ui/fleet/camera_dialog.py" line="151"/>
        <source>the small picture for many tiles; saves the line and this PC</source>
        <translation>hình nhỏ dùng khi xem nhiều ô; nhẹ đường truyền và máy</translation>
    </message>
    <message>
        <location filename="../../ui/fleet/camera_dialog.py" line="152"/>
        <source>Sub stream</source>
        <translation>Luồng phụ</translation>
    </message>
    <message>
        <location filename="../../ui/fleet/camera_dialog.py" line="153"/>
        <source>User</source>
        <translation>Tài khoản</translation>
    </message>
    <message>
        <location filename="../../ui/fleet/camera_dialog.py" line="157"/>
        <source>leave empty to keep the present one</source>
        <translation>để trống nếu giữ mật khẩu cũ</translation>
    </message>
    <message>
        <location filename="../../ui/fleet/camera_dialog.py" line="158"/>
        <source>Password</source>
        <translation>Mật khẩu</translation>
    </message>
    <message>
        <location filename="../../ui/fleet/camera_dialog.py" line="160"/>
        <source>TCP (safe choice)</source>
        <translation>TCP (nên dùng)</translation>
    </message>
    <message>
        <location filename="../../ui/fleet/camera_dialog.py" line="161"/>
        <source>UDP</source>
        <translation>UDP</translation>
    </message>
    <message>
        <location filename="../../ui/fleet/camera_dialog.py" line="162"/>
        <source>Transport</source>
        <translation>Cách truyền</translation>
    </message>
    <message>
        <location filename="../../ui/fleet/camera_dialog.py" line="340"/>
        <source>Esc once more throws away what you have typed.</source>
        <translation>Bấm Esc lần nữa sẽ bỏ những gì đã nhập.</translation>
    </message>
</context>
<context>
    <name>CameraTree</name>
    <message>
        <location filename="../../ui/wall/tree.py" line="65"/>
        <source>Find a camera…</source>
        <translation>Tìm camera…</translation>
    </message>
    <message>
        <location filename="../../ui/wall/tree.py" line="66"/>
        <source>Find a camera</source>
        <translation>Tìm camera</translation>
    </message>
    <message>
        <location filename="../../ui/wall/tree.py" line="76"/>
        <source>Cameras by cluster</source>
        <translation>Camera theo cụm</translation>
    </message>
    <message>
        <location filename="../../ui/wall/tree.py" line="79"/>
        <source>No camera has such a name or number.</source>
        <translation>Không có camera nào có tên hoặc số như vậy.</translation>
    </message>
    <message>
        <location filename="../../ui/wall/tree.py" line="142"/>
        <source>{cluster} · {team}</source>
        <translation>{cluster} · {team}</translation>
    </message>
    <message>
        <location filename="../../ui/wall/tree.py" line="182"/>
        <source>{number:02}  {name}</source>
        <translation>{number:02}  {name}</translation>
    </message>
    <message>
        <location filename="../../ui/wall/tree.py" line="198"/>
        <source>Removed cameras ({count})</source>
        <translation>Camera đã gỡ ({count})</translation>
    </message>
    <message>
        <location filename="../../ui/wall/tree.py" line="202"/>
        <source>Cameras that were removed and whose footage was kept (Enter opens and closes)</source>
        <translation>Camera đã gỡ mà hình vẫn còn lưu (Enter: mở và đóng nhóm)</translation>
    </message>
    <message>
        <location filename="../../ui/wall/tree.py" line="235"/>
        <source>{camera}: {state}</source>
        <translation>{camera}: {state}</translation>
    </message>
</context>
<context>
    <name>CamerasStep</name>
    <message>
        <location filename="../../ui/first_run/assistant.py" line="39"/>
        <source>The station is ready</source>
        <translation>Trạm đã sẵn sàng</translation>
    </message>
    <message>
        <location filename="../../ui/first_run/assistant.py" line="45"/>
        <source>The wall does not open by itself</source>
        <translation>Tường camera không tự mở</translation>
    </message>
    <message>
        <location filename="../../ui/first_run/assistant.py" line="46"/>
        <source>The locked wall opens, full screen</source>
        <translation>Tự mở tường camera, toàn màn hình, đang khoá</translation>
    </message>
    <message>
        <location filename="../../ui/first_run/assistant.py" line="47"/>
        <source>When this PC starts</source>
        <translation>Khi máy này khởi động</translation>
    </message>
    <message>
        <location filename="../../ui/first_run/assistant.py" line="41"/>
        <source>You are signed in as administrator. Cameras can be added now or at any time in Devices (Ctrl+6), officers in Officers (Ctrl+7).</source>
        <translation>Đồng chí đang đăng nhập với vai trò quản trị. Có thể thêm camera ngay hoặc bất cứ lúc nào ở trang Thiết bị (Ctrl+6), thêm cán bộ ở trang Cán bộ (Ctrl+7).</translation>
    </message>
</context>
<context>
    <name>CaseFilters</name>
    <message>
        <location filename="../../ui/cases/list_filters.py" line="33"/>
        <source>Every state</source>
        <translation>Mọi trạng thái</translation>
    </message>
    <message>
        <location filename="../../ui/cases/list_filters.py" line="34"/>
        <source>Every category</source>
        <translation>Mọi loại vụ việc</translation>
    </message>
    <message>
        <location filename="../../ui/cases/list_filters.py" line="35"/>
        <source>Every severity</source>
        <translation>Mọi mức độ</translation>
    </message>
    <message>
        <location filename="../../ui/cases/list_filters.py" line="36"/>
        <source>Every cluster and team</source>
        <translation>Mọi cụm và tổ</translation>
    </message>
    <message>
        <location filename="../../ui/cases/list_filters.py" line="39"/>
        <source>Began: yesterday 22h, 20/11 - 23/11…</source>
        <translation>Xảy ra: hôm qua 22h, 20/11 - 23/11…</translation>
    </message>
    <message>
        <location filename="../../ui/cases/list_filters.py" line="40"/>
        <source>When it began</source>
        <translation>Xảy ra lúc nào</translation>
    </message>
    <message>
        <location filename="../../ui/cases/list_filters.py" line="42"/>
        <source>A day, an hour or both: today, yesterday 22h, 20/11 - 23/11 6h, 7 days</source>
        <translation>Ngày, giờ hoặc cả hai: hôm nay, hôm qua 22h, 20/11 - 23/11 6h, 7 ngày</translation>
    </message>
    <message>
        <location filename="../../ui/cases/list_filters.py" line="76"/>
        <source>All that are open</source>
        <translation>Đang mở (chưa duyệt)</translation>
    </message>
    <message>
        <location filename="../../ui/cases/list_filters.py" line="151"/>
        <source>This time is not clear. Type such as: yesterday 22h, 20/11 - 23/11 6h.</source>
        <translation>Chưa rõ thời gian. Gõ như: hôm qua 22h, 20/11 - 23/11 6h.</translation>
    </message>
</context>
<context>
    <name>CaseHoldsDialog</name>
    <message>
        <location filename="../../ui/holds/case_holds.py" line="46"/>
        <source>Held footage of {case}</source>
        <translation>Hình lưu giữ của {case}</translation>
    </message>
    <message>
        <location filename="../../ui/holds/case_holds.py" line="64"/>
        <source>Close</source>
        <translation>Đóng</translation>
    </message>
    <message>
        <location filename="../../ui/holds/case_holds.py" line="66"/>
        <source>Close (Esc)</source>
        <translation>Đóng (Esc)</translation>
    </message>
</context>
<context>
    <name>CaseHoldsPanel</name>
    <message>
        <location filename="../../ui/holds/case_panel.py" line="92"/>
        <source>Held for this case</source>
        <translation>Hình lưu giữ cho vụ việc này</translation>
    </message>
    <message>
        <location filename="../../ui/holds/case_panel.py" line="122"/>
        <source>No footage is held for this case</source>
        <translation>Vụ việc này chưa lưu giữ hình nào</translation>
    </message>
    <message>
        <location filename="../../ui/holds/case_panel.py" line="124"/>
        <source>A bookmark that is put into it is held from then on, for as long as its category says.</source>
        <translation>Dấu mốc đưa vào vụ việc thì hình được lưu giữ từ lúc ấy, theo số ngày của loại vụ việc.</translation>
    </message>
    <message>
        <location filename="../../ui/holds/case_panel.py" line="179"/>
        <source>Hold the footage of this case no longer</source>
        <translation>Thôi lưu giữ hình của vụ việc này</translation>
    </message>
    <message>
        <location filename="../../ui/holds/case_panel.py" line="181"/>
        <source>{held}

What is older than its days is removed within a minute, and nobody brings it back. What another open case needs stays held. Two officers must agree, and the log names both.</source>
        <translation>{held}

Hình nào đã quá số ngày lưu sẽ bị xoá trong vòng một phút và không ai lấy lại được. Hình mà vụ việc khác còn mở đang cần thì vẫn lưu giữ. Phải có hai cán bộ đồng ý, nhật ký ghi tên cả hai.</translation>
    </message>
    <message>
        <location filename="../../ui/holds/case_panel.py" line="185"/>
        <source>Release the footage of this case</source>
        <translation>Thôi lưu giữ hình của vụ việc</translation>
    </message>
    <message>
        <location filename="../../ui/holds/case_panel.py" line="302"/>
        <source>{hint}: once the case is closed</source>
        <translation>{hint}: khi vụ việc đã kết thúc</translation>
    </message>
</context>
<context>
    <name>CaseProlongDialog</name>
    <message>
        <location filename="../../ui/holds/dialogs.py" line="228"/>
        <source>Now: {held}. What runs longer already stays as it is.</source>
        <translation>Hiện nay: {held}. Hình nào đã lưu lâu hơn thì giữ nguyên.</translation>
    </message>
</context>
<context>
    <name>CaseText</name>
    <message>
        <location filename="../../ui/cases/case_text.py" line="43"/>
        <source>What the chosen case says</source>
        <translation>Nội dung vụ việc đang chọn</translation>
    </message>
    <message>
        <location filename="../../ui/cases/case_text.py" line="47"/>
        <source>What came of it so far</source>
        <translation>Kết quả đến nay</translation>
    </message>
    <message>
        <location filename="../../ui/cases/case_text.py" line="49"/>
        <source>How it went</source>
        <translation>Quá trình</translation>
    </message>
    <message>
        <location filename="../../ui/cases/case_text.py" line="88"/>
        <source>restricted</source>
        <translation>hạn chế</translation>
    </message>
    <message>
        <location filename="../../ui/cases/case_text.py" line="90"/>
        <source>No narrative was written.</source>
        <translation>Chưa viết diễn biến.</translation>
    </message>
    <message>
        <location filename="../../ui/cases/case_text.py" line="102"/>
        <source>Where</source>
        <translation>Nơi xảy ra</translation>
    </message>
    <message>
        <location filename="../../ui/cases/case_text.py" line="103"/>
        <location filename="../../ui/cases/case_text.py" line="119"/>
        <source>When</source>
        <translation>Thời gian</translation>
    </message>
    <message>
        <location filename="../../ui/cases/case_text.py" line="104"/>
        <source>Written by</source>
        <translation>Người lập</translation>
    </message>
    <message>
        <location filename="../../ui/cases/case_text.py" line="106"/>
        <source>Assigned to</source>
        <translation>Giao cho</translation>
    </message>
    <message>
        <location filename="../../ui/cases/case_text.py" line="108"/>
        <source>Due</source>
        <translation>Hạn</translation>
    </message>
    <message>
        <location filename="../../ui/cases/case_text.py" line="111"/>
        <source>{count}, the first {most} beside this text; Enter shows all</source>
        <translation>{count}, bên cạnh là {most} dấu mốc đầu; Enter mở tất cả</translation>
    </message>
    <message>
        <location filename="../../ui/cases/case_text.py" line="113"/>
        <source>Bookmarks</source>
        <translation>Dấu mốc</translation>
    </message>
    <message>
        <location filename="../../ui/cases/case_text.py" line="120"/>
        <location filename="../../ui/cases/case_text.py" line="149"/>
        <source>Cameras</source>
        <translation>Camera</translation>
    </message>
    <message>
        <location filename="../../ui/cases/case_text.py" line="121"/>
        <source>Marked by</source>
        <translation>Người đánh dấu</translation>
    </message>
    <message>
        <location filename="../../ui/cases/case_text.py" line="122"/>
        <source>Category</source>
        <translation>Loại</translation>
    </message>
    <message>
        <location filename="../../ui/cases/case_text.py" line="122"/>
        <source>none yet</source>
        <translation>chưa có</translation>
    </message>
    <message>
        <location filename="../../ui/cases/case_text.py" line="125"/>
        <source>At that moment</source>
        <translation>Lúc đó</translation>
    </message>
    <message>
        <location filename="../../ui/cases/case_text.py" line="126"/>
        <source>Nobody has said yet what this is. Enter describes it.</source>
        <translation>Chưa ai ghi đây là việc gì. Enter để mô tả.</translation>
    </message>
    <message>
        <location filename="../../ui/cases/case_text.py" line="128"/>
        <source>Bookmark without category or words</source>
        <translation>Dấu mốc chưa có loại hoặc mô tả</translation>
    </message>
    <message>
        <location filename="../../ui/cases/case_text.py" line="139"/>
        <source>Held until</source>
        <translation>Lưu giữ đến</translation>
    </message>
    <message>
        <location filename="../../ui/cases/case_text.py" line="141"/>
        <source>When a hold runs out, its footage is removed with the next clearing. Enter opens the list of holds, where it is prolonged (F2) or left to end.</source>
        <translation>Hết hạn lưu giữ thì lần dọn sau sẽ xoá hình. Enter mở danh sách lưu giữ: F2 để gia hạn, hoặc để hết hạn.</translation>
    </message>
    <message>
        <location filename="../../ui/cases/case_text.py" line="148"/>
        <source>Why</source>
        <translation>Lý do</translation>
    </message>
    <message>
        <location filename="../../ui/cases/case_text.py" line="150"/>
        <source>Footage</source>
        <translation>Đoạn hình</translation>
    </message>
    <message>
        <location filename="../../ui/cases/case_text.py" line="151"/>
        <source>Held by</source>
        <translation>Người lưu giữ</translation>
    </message>
</context>
<context>
    <name>CasesPage</name>
    <message>
        <location filename="../../ui/cases/list_page.py" line="90"/>
        <source>Find: number, words, name, place</source>
        <translation>Tìm: số, lời ghi, tên, địa điểm</translation>
    </message>
    <message>
        <location filename="../../ui/cases/list_page.py" line="108"/>
        <source>Cases</source>
        <translation>Vụ việc</translation>
    </message>
    <message>
        <location filename="../../ui/cases/list_page.py" line="278"/>
        <source>{count} cases</source>
        <translation>{count} vụ việc</translation>
    </message>
    <message>
        <location filename="../../ui/cases/list_page.py" line="280"/>
        <source>more than {count} cases</source>
        <translation>hơn {count} vụ việc</translation>
    </message>
    <message>
        <location filename="../../ui/cases/list_page.py" line="282"/>
        <source>{counted} behind the figure. Esc: every case</source>
        <translation>{counted} sau con số đó. Esc: xem mọi vụ việc</translation>
    </message>
    <message>
        <location filename="../../ui/cases/list_page.py" line="309"/>
        <source>No case fits this</source>
        <translation>Không có vụ việc nào khớp</translation>
    </message>
    <message>
        <location filename="../../ui/cases/list_page.py" line="310"/>
        <source>Esc takes search and filters away and shows every case again.</source>
        <translation>Bấm Esc để bỏ tìm và lọc, hiện lại mọi vụ việc.</translation>
    </message>
    <message>
        <location filename="../../ui/cases/list_page.py" line="313"/>
        <source>There is no case yet</source>
        <translation>Chưa có vụ việc nào</translation>
    </message>
    <message>
        <location filename="../../ui/cases/list_page.py" line="315"/>
        <source>Ins opens one from nothing. From what was seen: B on the wall bookmarks a moment, D describes it, and Ctrl+M there makes a case of it.</source>
        <translation>Bấm Ins để lập vụ việc mới. Từ điều đã thấy: trên tường bấm B để đánh dấu, D để mô tả, rồi Ctrl+M để lập thành vụ việc.</translation>
    </message>
</context>
<context>
    <name>CategoriesPage</name>
    <message>
        <location filename="../../ui/vocabulary/categories_page.py" line="38"/>
        <source>Categories of incidents</source>
        <translation>Loại vụ việc</translation>
    </message>
    <message>
        <location filename="../../ui/vocabulary/categories_page.py" line="46"/>
        <source>Nothing here changes what exists: bookmarks, incidents and held footage keep what they have. A category that is used no more stays in old incidents.</source>
        <translation>Thay đổi ở đây chỉ tính từ nay: dấu mốc, vụ việc và hình lưu giữ đã có vẫn như cũ. Loại thôi dùng vẫn còn trong các vụ việc cũ.</translation>
    </message>
    <message>
        <location filename="../../ui/vocabulary/categories_page.py" line="131"/>
        <source>Use it again</source>
        <translation>Dùng lại</translation>
    </message>
    <message>
        <location filename="../../ui/vocabulary/categories_page.py" line="131"/>
        <source>Use it no more</source>
        <translation>Thôi dùng</translation>
    </message>
    <message>
        <location filename="../../ui/vocabulary/categories_page.py" line="169"/>
        <source>{count} in use</source>
        <translation>{count} loại đang dùng</translation>
    </message>
    <message>
        <location filename="../../ui/vocabulary/categories_page.py" line="171"/>
        <source>{count} in use, {retired} used no more</source>
        <translation>{count} loại đang dùng, {retired} loại thôi dùng</translation>
    </message>
</context>
<context>
    <name>CategoryDialog</name>
    <message>
        <location filename="../../ui/vocabulary/category_dialog.py" line="59"/>
        <source>Name</source>
        <translation>Tên</translation>
    </message>
    <message>
        <location filename="../../ui/vocabulary/category_dialog.py" line="62"/>
        <source>a branch of its own</source>
        <translation>là một nhánh chính</translation>
    </message>
    <message>
        <location filename="../../ui/vocabulary/category_dialog.py" line="67"/>
        <source>Belongs to</source>
        <translation>Thuộc nhánh</translation>
    </message>
    <message>
        <location filename="../../ui/vocabulary/category_dialog.py" line="73"/>
        <source>Severity</source>
        <translation>Mức độ</translation>
    </message>
    <message>
        <location filename="../../ui/vocabulary/category_dialog.py" line="78"/>
        <source>Seconds before</source>
        <translation>Số giây trước</translation>
    </message>
    <message>
        <location filename="../../ui/vocabulary/category_dialog.py" line="80"/>
        <source>Seconds after</source>
        <translation>Số giây sau</translation>
    </message>
    <message>
        <location filename="../../ui/vocabulary/category_dialog.py" line="84"/>
        <source>Days for which its footage is held</source>
        <translation>Số ngày lưu giữ hình</translation>
    </message>
    <message>
        <location filename="../../ui/vocabulary/category_dialog.py" line="86"/>
        <source>nothing: until somebody releases it, once the case is closed</source>
        <translation>để trống: đến khi có người cho thôi, sau khi vụ việc kết thúc</translation>
    </message>
    <message>
        <location filename="../../ui/vocabulary/category_dialog.py" line="90"/>
        <source>all who may see incidents</source>
        <translation>mọi người được xem vụ việc</translation>
    </message>
    <message>
        <location filename="../../ui/vocabulary/category_dialog.py" line="91"/>
        <source>named officers only (children, informants…)</source>
        <translation>chỉ cán bộ được nêu tên (trẻ em, cơ sở…)</translation>
    </message>
    <message>
        <location filename="../../ui/vocabulary/category_dialog.py" line="94"/>
        <source>Who sees incidents of it</source>
        <translation>Ai xem được vụ việc loại này</translation>
    </message>
    <message>
        <location filename="../../ui/vocabulary/category_dialog.py" line="102"/>
        <source>Counts for new bookmarks and incidents. Those that exist keep their category and their severity, and no footage that is held is let go sooner.</source>
        <translation>Tính cho dấu mốc và vụ việc mới. Những gì đã có vẫn giữ loại và mức độ cũ, hình đang lưu giữ không bị thôi sớm hơn.</translation>
    </message>
</context>
<context>
    <name>CategoryList</name>
    <message>
        <location filename="../../ui/bookmarks/categories.py" line="30"/>
        <source>Category</source>
        <translation>Loại vụ việc</translation>
    </message>
    <message>
        <location filename="../../ui/bookmarks/categories.py" line="31"/>
        <source>Type the digit, or the first letters and Enter</source>
        <translation>Gõ số, hoặc vài chữ đầu rồi Enter</translation>
    </message>
</context>
<context>
    <name>CategoryTable</name>
    <message>
        <location filename="../../ui/vocabulary/categories_table.py" line="85"/>
        <source>used no more</source>
        <translation>thôi dùng</translation>
    </message>
    <message>
        <location filename="../../ui/vocabulary/categories_table.py" line="85"/>
        <source>in use</source>
        <translation>đang dùng</translation>
    </message>
    <message>
        <location filename="../../ui/vocabulary/categories_table.py" line="87"/>
        <source>used no more, with its branch</source>
        <translation>thôi dùng theo nhánh</translation>
    </message>
    <message>
        <location filename="../../ui/vocabulary/categories_table.py" line="93"/>
        <source>named officers only</source>
        <translation>cán bộ được nêu tên</translation>
    </message>
    <message>
        <location filename="../../ui/vocabulary/categories_table.py" line="93"/>
        <source>all who may</source>
        <translation>mọi người có quyền</translation>
    </message>
    <message>
        <location filename="../../ui/vocabulary/categories_table.py" line="104"/>
        <source>Category</source>
        <translation>Loại vụ việc</translation>
    </message>
    <message>
        <location filename="../../ui/vocabulary/categories_table.py" line="105"/>
        <source>Severity</source>
        <translation>Mức độ</translation>
    </message>
    <message>
        <location filename="../../ui/vocabulary/categories_table.py" line="106"/>
        <source>Footage around a bookmark</source>
        <translation>Hình quanh dấu mốc</translation>
    </message>
    <message>
        <location filename="../../ui/vocabulary/categories_table.py" line="107"/>
        <source>Held for</source>
        <translation>Lưu giữ</translation>
    </message>
    <message>
        <location filename="../../ui/vocabulary/categories_table.py" line="108"/>
        <source>Seen by</source>
        <translation>Ai xem được</translation>
    </message>
    <message>
        <location filename="../../ui/vocabulary/categories_table.py" line="109"/>
        <source>State</source>
        <translation>Trạng thái</translation>
    </message>
</context>
<context>
    <name>Clip</name>
    <message>
        <location filename="../../ui/cases/clip.py" line="95"/>
        <source>Choose something in the list.</source>
        <translation>Chọn một mục trong danh sách.</translation>
    </message>
    <message>
        <location filename="../../ui/cases/clip.py" line="151"/>
        <source>Nothing was marked: there is no footage to show.</source>
        <translation>Vụ việc không có dấu mốc nào: không có hình để xem.</translation>
    </message>
    <message>
        <location filename="../../ui/cases/clip.py" line="200"/>
        <source>This window has no archive: footage is watched where it is recorded.</source>
        <translation>Cửa sổ này không có kho hình: hãy xem ở máy đang ghi hình.</translation>
    </message>
    <message>
        <location filename="../../ui/cases/clip.py" line="203"/>
        <source>Opening the footage…</source>
        <translation>Đang mở hình…</translation>
    </message>
    <message>
        <location filename="../../ui/cases/clip.py" line="249"/>
        <source>No footage of this moment: the camera was not recorded then.</source>
        <translation>Không có hình của lúc này: khi đó camera không được ghi.</translation>
    </message>
    <message>
        <location filename="../../ui/cases/clip.py" line="250"/>
        <source>No footage of this moment. {cause}.</source>
        <translation>Không có hình của lúc này. {cause}.</translation>
    </message>
    <message>
        <location filename="../../ui/cases/clip.py" line="293"/>
        <source>Pause</source>
        <translation>Dừng</translation>
    </message>
    <message>
        <location filename="../../ui/cases/clip.py" line="293"/>
        <source>Play</source>
        <translation>Phát</translation>
    </message>
    <message>
        <location filename="../../ui/cases/clip.py" line="305"/>
        <source>Moment {place} of {count}</source>
        <translation>Dấu mốc {place}/{count}</translation>
    </message>
    <message>
        <location filename="../../ui/cases/clip.py" line="320"/>
        <source>{count} more: X shows all in Review</source>
        <translation>còn {count} camera: X mở tất cả ở Xem lại</translation>
    </message>
</context>
<context>
    <name>ConfirmDialog</name>
    <message>
        <location filename="../../ui/access/confirm.py" line="101"/>
        <source>Type your password once more</source>
        <translation>Nhập lại mật khẩu của đồng chí</translation>
    </message>
    <message>
        <location filename="../../ui/access/confirm.py" line="102"/>
        <source>This needs your password, typed now. It then counts for five minutes.</source>
        <translation>Việc này cần nhập lại mật khẩu ngay lúc này; có hiệu lực trong 5 phút.</translation>
    </message>
    <message>
        <location filename="../../ui/access/confirm.py" line="103"/>
        <source>Go on</source>
        <translation>Tiếp tục</translation>
    </message>
    <message>
        <location filename="../../ui/access/confirm.py" line="108"/>
        <source>Your password</source>
        <translation>Mật khẩu của đồng chí</translation>
    </message>
</context>
<context>
    <name>Consequence</name>
    <message>
        <location filename="../../ui/access/consequence.py" line="27"/>
        <source>Leave it</source>
        <translation>Để nguyên</translation>
    </message>
    <message>
        <location filename="../../ui/access/consequence.py" line="28"/>
        <source>Close and change nothing (Esc)</source>
        <translation>Đóng, không thay đổi gì (Esc)</translation>
    </message>
</context>
<context>
    <name>Controls</name>
    <message>
        <location filename="../../ui/exhibits/controls.py" line="69"/>
        <source>The file&apos;s own time, and its length</source>
        <translation>Thời gian trong tệp, và độ dài của tệp</translation>
    </message>
    <message>
        <location filename="../../ui/exhibits/controls.py" line="72"/>
        <source>go to 1:23</source>
        <translation>đến 1:23</translation>
    </message>
    <message>
        <location filename="../../ui/exhibits/controls.py" line="121"/>
        <source>ended</source>
        <translation>hết tệp</translation>
    </message>
    <message>
        <location filename="../../ui/exhibits/controls.py" line="125"/>
        <source>paused, {rate}</source>
        <translation>dừng, {rate}</translation>
    </message>
    <message>
        <location filename="../../ui/exhibits/controls.py" line="137"/>
        <source>From the stick, read only. Not taken in yet, so no clock is known.</source>
        <translation>Đang xem thẳng từ USB, chỉ đọc. Chưa nhận tệp vào nên chưa có giờ nào để đối chiếu.</translation>
    </message>
    <message>
        <location filename="../../ui/exhibits/controls.py" line="140"/>
        <source>Whoever brought it did not say when it begins.</source>
        <translation>Người giao không cho biết tệp bắt đầu lúc nào.</translation>
    </message>
    <message>
        <location filename="../../ui/exhibits/controls.py" line="141"/>
        <source>By the device&apos;s clock {time}</source>
        <translation>Theo đồng hồ thiết bị {time}</translation>
    </message>
    <message>
        <location filename="../../ui/exhibits/controls.py" line="144"/>
        <source>{said}   ·   station time not known: the clock was not compared</source>
        <translation>{said}   ·   chưa rõ giờ trạm: đồng hồ thiết bị chưa được so với giờ đúng</translation>
    </message>
    <message>
        <location filename="../../ui/exhibits/controls.py" line="146"/>
        <source>{said}   ·   station time {time}   ({offset})</source>
        <translation>{said}   ·   giờ trạm {time}   ({offset})</translation>
    </message>
    <message>
        <location filename="../../ui/exhibits/controls.py" line="169"/>
        <source>Type such as 1:23 or 0:01:23</source>
        <translation>Gõ như 1:23 hoặc 0:01:23</translation>
    </message>
</context>
<context>
    <name>CopyDialog</name>
    <message>
        <location filename="../../ui/evidence/copy_dialog.py" line="41"/>
        <source>Copy to a medium</source>
        <translation>Sao chép ra thiết bị lưu trữ</translation>
    </message>
    <message>
        <location filename="../../ui/evidence/copy_dialog.py" line="53"/>
        <source>As it is: opens on every PC</source>
        <translation>Để nguyên: mở được trên mọi máy tính</translation>
    </message>
    <message>
        <location filename="../../ui/evidence/copy_dialog.py" line="55"/>
        <source>Encrypted (AES-256 ZIP): opens with spoken words from a sheet of their own</source>
        <translation>Mã hoá (ZIP AES-256): mở bằng các từ đọc được, in trên tờ riêng</translation>
    </message>
    <message>
        <location filename="../../ui/evidence/copy_dialog.py" line="63"/>
        <source>The medium on paper</source>
        <translation>Tên thiết bị ghi trên giấy</translation>
    </message>
    <message>
        <location filename="../../ui/evidence/copy_dialog.py" line="65"/>
        <source>such as: USB Kingston 32 GB; no person</source>
        <translation>ví dụ: USB Kingston 32 GB; không ghi tên người</translation>
    </message>
    <message>
        <location filename="../../ui/evidence/copy_dialog.py" line="71"/>
        <source>Cancel</source>
        <translation>Huỷ</translation>
    </message>
    <message>
        <location filename="../../ui/evidence/copy_dialog.py" line="72"/>
        <source>Close without copying (Esc)</source>
        <translation>Đóng, không sao chép (Esc)</translation>
    </message>
    <message>
        <location filename="../../ui/evidence/copy_dialog.py" line="75"/>
        <source>Copy and verify</source>
        <translation>Sao chép và kiểm tra</translation>
    </message>
    <message>
        <location filename="../../ui/evidence/copy_dialog.py" line="79"/>
        <source>Copy it and read it back from the medium (Enter)</source>
        <translation>Sao chép rồi đọc lại từ thiết bị để đối chiếu (Enter)</translation>
    </message>
    <message>
        <location filename="../../ui/evidence/copy_dialog.py" line="138"/>
        <source>Choose a medium by its number, or press 0 for a folder.</source>
        <translation>Chọn thiết bị theo số, hoặc bấm 0 để chọn thư mục.</translation>
    </message>
</context>
<context>
    <name>CountsDialog</name>
    <message>
        <location filename="../../ui/cases/counts_dialog.py" line="89"/>
        <source>What came of the cases</source>
        <translation>Kết quả các vụ việc</translation>
    </message>
    <message>
        <location filename="../../ui/cases/counts_dialog.py" line="110"/>
        <source>Days that are counted</source>
        <translation>Những ngày được tính</translation>
    </message>
    <message>
        <location filename="../../ui/cases/counts_dialog.py" line="111"/>
        <source>Days: October, 20/11 - 23/11, 30 days; then Enter</source>
        <translation>Ngày: tháng 10, 20/11 - 23/11, 30 ngày; rồi Enter</translation>
    </message>
    <message>
        <location filename="../../ui/cases/counts_dialog.py" line="114"/>
        <source>Only of approved cases</source>
        <translation>Chỉ tính vụ việc đã duyệt</translation>
    </message>
    <message>
        <location filename="../../ui/cases/counts_dialog.py" line="115"/>
        <source>Leave out what the chief has not vouched for yet</source>
        <translation>Bỏ ra những vụ việc lãnh đạo chưa duyệt</translation>
    </message>
    <message>
        <location filename="../../ui/cases/counts_dialog.py" line="132"/>
        <source>Cases</source>
        <translation>Vụ việc</translation>
    </message>
    <message>
        <location filename="../../ui/cases/counts_dialog.py" line="149"/>
        <source>Close</source>
        <translation>Đóng</translation>
    </message>
    <message>
        <location filename="../../ui/cases/counts_dialog.py" line="150"/>
        <source>Close (Esc)</source>
        <translation>Đóng (Esc)</translation>
    </message>
    <message>
        <location filename="../../ui/cases/counts_dialog.py" line="186"/>
        <source>{first} to {last}, both days counted</source>
        <translation>Từ {first} đến hết {last}</translation>
    </message>
    <message>
        <location filename="../../ui/cases/counts_dialog.py" line="234"/>
        <source>{kind}: {count} cases; Enter goes into the list, then opens one</source>
        <translation>{kind}: {count} vụ việc. Enter để vào danh sách, Enter nữa để mở</translation>
    </message>
</context>
<context>
    <name>CountsTable</name>
    <message>
        <location filename="../../ui/cases/counts_table.py" line="56"/>
        <source>What came of it</source>
        <translation>Kết quả</translation>
    </message>
    <message>
        <location filename="../../ui/cases/counts_table.py" line="56"/>
        <source>Count</source>
        <translation>Số lượng</translation>
    </message>
    <message>
        <location filename="../../ui/cases/counts_table.py" line="56"/>
        <source>Persons</source>
        <translation>Số người</translation>
    </message>
    <message>
        <location filename="../../ui/cases/counts_table.py" line="56"/>
        <source>Cases</source>
        <translation>Vụ việc</translation>
    </message>
</context>
<context>
    <name>CrashNotice</name>
    <message>
        <location filename="../../ui/crash.py" line="44"/>
        <source>Something in this program went wrong (error {number}). The pictures go on. Write the number down and tell the administrator.</source>
        <translation>Chương trình vừa gặp lỗi (mã {number}). Hình ảnh vẫn tiếp tục. Hãy ghi lại mã này và báo quản trị.</translation>
    </message>
</context>
<context>
    <name>CustodyDialog</name>
    <message>
        <location filename="../../ui/evidence/custody_dialogs.py" line="101"/>
        <source>Which medium</source>
        <translation>Thiết bị nào</translation>
    </message>
    <message>
        <location filename="../../ui/evidence/custody_dialogs.py" line="103"/>
        <source>its label or serial number; no person</source>
        <translation>nhãn hoặc số sê-ri; không ghi tên người</translation>
    </message>
    <message>
        <location filename="../../ui/evidence/custody_dialogs.py" line="108"/>
        <source>Note</source>
        <translation>Ghi chú</translation>
    </message>
</context>
<context>
    <name>CustodyTable</name>
    <message>
        <location filename="../../ui/evidence/custody_table.py" line="69"/>
        <source>people erased</source>
        <translation>đã xoá tên người</translation>
    </message>
    <message>
        <location filename="../../ui/evidence/custody_table.py" line="71"/>
        <source>NOT as the log tells it: verify the log (Ctrl+8, F5)</source>
        <translation>KHÔNG khớp với nhật ký: hãy kiểm tra nhật ký (Ctrl+8, F5)</translation>
    </message>
    <message>
        <location filename="../../ui/evidence/custody_table.py" line="85"/>
        <source>When</source>
        <translation>Lúc</translation>
    </message>
    <message>
        <location filename="../../ui/evidence/custody_table.py" line="85"/>
        <source>What, by whom</source>
        <translation>Việc, cán bộ</translation>
    </message>
    <message>
        <location filename="../../ui/evidence/custody_table.py" line="85"/>
        <source>To whom, medium, note</source>
        <translation>Cho ai, thiết bị, ghi chú</translation>
    </message>
</context>
<context>
    <name>DateDoubt</name>
    <message>
        <location filename="../../ui/recording/date_doubt.py" line="112"/>
        <source>The date was confirmed. It is believed within half a minute.</source>
        <translation>Đã xác nhận ngày giờ. Trong nửa phút máy sẽ dùng lại ngày này.</translation>
    </message>
    <message>
        <location filename="../../ui/recording/date_doubt.py" line="114"/>
        <source>This PC says {now}; the last date that is known is {known}. As long as that is in doubt, no footage is removed for its age, and no hold runs out.</source>
        <translation>Máy này báo {now}; ngày giờ chắc chắn gần nhất là {known}. Khi còn nghi ngờ thì không xoá hình nào vì quá hạn, và không lệnh lưu giữ nào hết hạn.</translation>
    </message>
    <message>
        <location filename="../../ui/recording/date_doubt.py" line="78"/>
        <source>Is today {today}?</source>
        <translation>Hôm nay là {today} phải không?</translation>
    </message>
    <message>
        <location filename="../../ui/recording/date_doubt.py" line="80"/>
        <source>The last date that is known is {known}. Compare with a telephone or a paper. If this PC was off for so long, the date is right.

Then footage that is older than its days is removed at once, and holds that have run out hold no longer. The log names you.

If the date is wrong, set the PC&apos;s clock right instead: nothing has been lost.</source>
        <translation>Ngày chắc chắn gần nhất là {known}. Hãy đối chiếu với điện thoại hoặc tờ báo. Nếu máy đã tắt lâu đến vậy thì ngày này đúng.

Khi đó hình cũ hơn số ngày quy định bị xoá ngay, và lệnh lưu giữ đã hết hạn không giữ nữa. Nhật ký ghi tên đồng chí.

Nếu ngày sai thì chỉnh lại đồng hồ của máy: chưa mất gì cả.</translation>
    </message>
    <message>
        <location filename="../../ui/recording/date_doubt.py" line="86"/>
        <source>It is {today}: remove by age again</source>
        <translation>Đúng {today}: lại xoá hình quá hạn</translation>
    </message>
</context>
<context>
    <name>DayPicker</name>
    <message>
        <location filename="../../ui/review/day_picker.py" line="34"/>
        <source>Underlined: there is footage</source>
        <translation>Gạch dưới: ngày có ghi hình</translation>
    </message>
    <message>
        <location filename="../../ui/review/day_picker.py" line="53"/>
        <source>Days with footage this month: {days}</source>
        <translation>Các ngày có ghi hình trong tháng: {days}</translation>
    </message>
</context>
<context>
    <name>DemoWindow</name>
    <message>
        <location filename="../../ui/demo_window.py" line="123"/>
        <source>The demo ward&apos;s streets are being drawn, this once: {percent} % done.</source>
        <translation>Đang vẽ các đường phố của phường mẫu, chỉ một lần: {percent} %.</translation>
    </message>
</context>
<context>
    <name>Describing</name>
    <message>
        <location filename="../../ui/bookmarks/describing.py" line="30"/>
        <source>Save (Enter)</source>
        <translation>Lưu (Enter)</translation>
    </message>
    <message>
        <location filename="../../ui/bookmarks/describing.py" line="33"/>
        <source>Save category and note (Enter in the note)</source>
        <translation>Lưu loại vụ việc và ghi chú (Enter trong ô ghi chú)</translation>
    </message>
    <message>
        <location filename="../../ui/bookmarks/describing.py" line="40"/>
        <source>Category (a digit or letters)</source>
        <translation>Loại vụ việc (gõ số hoặc chữ)</translation>
    </message>
    <message>
        <location filename="../../ui/bookmarks/describing.py" line="42"/>
        <source>Note</source>
        <translation>Ghi chú</translation>
    </message>
    <message>
        <location filename="../../ui/bookmarks/describing.py" line="102"/>
        <source>Saved. The category is missing still: type its digit.</source>
        <translation>Đã lưu. Còn thiếu loại vụ việc: gõ số của loại.</translation>
    </message>
    <message>
        <location filename="../../ui/bookmarks/describing.py" line="105"/>
        <source>Saved. A line of text is missing still.</source>
        <translation>Đã lưu. Còn thiếu một dòng ghi chú.</translation>
    </message>
    <message>
        <location filename="../../ui/bookmarks/describing.py" line="122"/>
        <source>Choose a category or write a line first.</source>
        <translation>Hãy chọn loại vụ việc hoặc viết một dòng trước.</translation>
    </message>
</context>
<context>
    <name>DeviceList</name>
    <message>
        <location filename="../../ui/fleet/listing.py" line="29"/>
        <source>Devices</source>
        <translation>Thiết bị</translation>
    </message>
</context>
<context>
    <name>DeviceTable</name>
    <message>
        <location filename="../../ui/fleet/table.py" line="193"/>
        <source>No.</source>
        <translation>Số</translation>
    </message>
    <message>
        <location filename="../../ui/fleet/table.py" line="194"/>
        <source>Name</source>
        <translation>Tên</translation>
    </message>
    <message>
        <location filename="../../ui/fleet/table.py" line="195"/>
        <source>Cluster</source>
        <translation>Cụm</translation>
    </message>
    <message>
        <location filename="../../ui/fleet/table.py" line="196"/>
        <source>Team</source>
        <translation>Tổ</translation>
    </message>
    <message>
        <location filename="../../ui/fleet/table.py" line="197"/>
        <source>Address</source>
        <translation>Địa chỉ</translation>
    </message>
    <message>
        <location filename="../../ui/fleet/table.py" line="198"/>
        <source>Streams</source>
        <translation>Luồng</translation>
    </message>
    <message>
        <location filename="../../ui/fleet/table.py" line="199"/>
        <source>State</source>
        <translation>Trạng thái</translation>
    </message>
    <message>
        <location filename="../../ui/fleet/table.py" line="200"/>
        <source>For</source>
        <translation>Thời gian</translation>
    </message>
    <message>
        <location filename="../../ui/fleet/table.py" line="201"/>
        <source>fps</source>
        <translation>hình/s</translation>
    </message>
    <message>
        <location filename="../../ui/fleet/table.py" line="202"/>
        <source>kbit/s</source>
        <translation>kbit/s</translation>
    </message>
    <message>
        <location filename="../../ui/fleet/table.py" line="218"/>
        <source>main</source>
        <translation>chính</translation>
    </message>
    <message>
        <location filename="../../ui/fleet/table.py" line="218"/>
        <source>sub</source>
        <translation>phụ</translation>
    </message>
</context>
<context>
    <name>DevicesPage</name>
    <message>
        <location filename="../../ui/fleet/page.py" line="86"/>
        <source>Devices</source>
        <translation>Thiết bị</translation>
    </message>
    <message>
        <location filename="../../ui/fleet/page.py" line="92"/>
        <source>Find by number, name, cluster, address…</source>
        <translation>Tìm theo số, tên, cụm, địa chỉ…</translation>
    </message>
    <message>
        <location filename="../../ui/fleet/page.py" line="93"/>
        <source>Find a camera</source>
        <translation>Tìm camera</translation>
    </message>
    <message>
        <location filename="../../ui/fleet/page.py" line="100"/>
        <location filename="../../ui/fleet/page.py" line="101"/>
        <source>Show by state</source>
        <translation>Lọc theo trạng thái</translation>
    </message>
    <message>
        <location filename="../../ui/fleet/page.py" line="103"/>
        <source>All states</source>
        <translation>Mọi trạng thái</translation>
    </message>
    <message>
        <location filename="../../ui/fleet/page.py" line="104"/>
        <source>Live</source>
        <translation>Đang trực tiếp</translation>
    </message>
    <message>
        <location filename="../../ui/fleet/page.py" line="105"/>
        <source>Lost</source>
        <translation>Mất hình</translation>
    </message>
    <message>
        <location filename="../../ui/fleet/page.py" line="106"/>
        <source>Password refused</source>
        <translation>Sai mật khẩu</translation>
    </message>
    <message>
        <location filename="../../ui/fleet/page.py" line="161"/>
        <source>No camera yet</source>
        <translation>Chưa có camera nào</translation>
    </message>
    <message>
        <location filename="../../ui/fleet/page.py" line="164"/>
        <source>Add the first camera by its RTSP address, or import a list (CSV).</source>
        <translation>Thêm camera đầu tiên bằng địa chỉ RTSP, hoặc nhập danh sách (CSV).</translation>
    </message>
    <message>
        <location filename="../../ui/fleet/page.py" line="256"/>
        <source>{count} cameras</source>
        <translation>{count} camera</translation>
    </message>
    <message>
        <location filename="../../ui/fleet/page.py" line="258"/>
        <source>{shown} of {count} cameras</source>
        <translation>{shown} trên {count} camera</translation>
    </message>
    <message>
        <location filename="../../ui/fleet/page.py" line="318"/>
        <source>Import a list</source>
        <translation>Nhập danh sách</translation>
    </message>
    <message>
        <location filename="../../ui/fleet/page.py" line="318"/>
        <source>Lists (*.csv *.txt);;All files (*)</source>
        <translation>Danh sách (*.csv *.txt);;Mọi tệp (*)</translation>
    </message>
    <message>
        <location filename="../../ui/fleet/page.py" line="329"/>
        <source>Export the list</source>
        <translation>Xuất danh sách</translation>
    </message>
    <message>
        <location filename="../../ui/fleet/page.py" line="329"/>
        <source>Lists (*.csv)</source>
        <translation>Danh sách (*.csv)</translation>
    </message>
    <message>
        <location filename="../../ui/fleet/page.py" line="341"/>
        <source>{file} could not be written. Choose another folder.</source>
        <translation>Không ghi được {file}. Hãy chọn thư mục khác.</translation>
    </message>
</context>
<context>
    <name>DisposalDialog</name>
    <message>
        <location filename="../../ui/holds/disposal_dialog.py" line="125"/>
        <source>What this hold kept</source>
        <translation>Lệnh này đã lưu giữ những gì</translation>
    </message>
    <message>
        <location filename="../../ui/holds/disposal_dialog.py" line="137"/>
        <source>Reading…</source>
        <translation>Đang đọc…</translation>
    </message>
    <message>
        <location filename="../../ui/holds/disposal_dialog.py" line="153"/>
        <source>Close</source>
        <translation>Đóng</translation>
    </message>
    <message>
        <location filename="../../ui/holds/disposal_dialog.py" line="155"/>
        <source>Close (Esc)</source>
        <translation>Đóng (Esc)</translation>
    </message>
    <message>
        <location filename="../../ui/holds/disposal_dialog.py" line="189"/>
        <source>Nothing is on record: nothing was recorded in this time, another hold keeps it, or the record is being written (some ten minutes).</source>
        <translation>Chưa có gì trong sổ: khoảng này không ghi được gì, lệnh khác còn lưu giữ, hoặc sổ đang được ghi (chừng mười phút).</translation>
    </message>
    <message>
        <location filename="../../ui/holds/disposal_dialog.py" line="194"/>
        <source>Kept until the time that is shown; since then each file may be removed when its days are over. Its hash proves what it was.</source>
        <translation>Được giữ đến giờ ghi trong bảng; từ đó mỗi tệp có thể bị xoá khi hết số ngày lưu. Mã băm chứng minh tệp ấy là gì.</translation>
    </message>
</context>
<context>
    <name>DisposalTable</name>
    <message>
        <location filename="../../ui/holds/disposal_dialog.py" line="85"/>
        <source>Camera</source>
        <translation>Camera</translation>
    </message>
    <message>
        <location filename="../../ui/holds/disposal_dialog.py" line="86"/>
        <source>Footage from – to</source>
        <translation>Hình từ – đến</translation>
    </message>
    <message>
        <location filename="../../ui/holds/disposal_dialog.py" line="87"/>
        <source>Size</source>
        <translation>Dung lượng</translation>
    </message>
    <message>
        <location filename="../../ui/holds/disposal_dialog.py" line="88"/>
        <source>Kept until</source>
        <translation>Giữ đến</translation>
    </message>
    <message>
        <location filename="../../ui/holds/disposal_dialog.py" line="89"/>
        <source>SHA-256</source>
        <translation>SHA-256</translation>
    </message>
</context>
<context>
    <name>DraftsPanel</name>
    <message>
        <location filename="../../ui/bookmarks/drafts.py" line="110"/>
        <source>Nothing is left to describe. B on the wall bookmarks the chosen camera.</source>
        <translation>Không còn dấu mốc nào cần mô tả. Trên tường, phím B đánh dấu camera đang chọn.</translation>
    </message>
    <message>
        <location filename="../../ui/bookmarks/drafts.py" line="278"/>
        <source>To describe: {count}</source>
        <translation>Cần mô tả: {count}</translation>
    </message>
    <message>
        <location filename="../../ui/bookmarks/drafts.py" line="338"/>
        <source>No picture was kept of this bookmark.</source>
        <translation>Dấu mốc này không có ảnh.</translation>
    </message>
</context>
<context>
    <name>EmptyWall</name>
    <message>
        <location filename="../../ui/wall/empty.py" line="14"/>
        <source>This station has no camera yet</source>
        <translation>Trạm chưa có camera nào</translation>
    </message>
    <message>
        <location filename="../../ui/wall/empty.py" line="17"/>
        <source>Open Devices (Ctrl+6) and add the first camera, or import a list.</source>
        <translation>Mở Thiết bị (Ctrl+6) để thêm camera đầu tiên hoặc nhập danh sách.</translation>
    </message>
    <message>
        <location filename="../../ui/wall/empty.py" line="20"/>
        <source>Open Devices (Ctrl+6)</source>
        <translation>Mở Thiết bị (Ctrl+6)</translation>
    </message>
</context>
<context>
    <name>EntryCard</name>
    <message>
        <location filename="../../ui/audit/card.py" line="29"/>
        <source>The chosen entry</source>
        <translation>Dòng đang chọn</translation>
    </message>
    <message>
        <location filename="../../ui/audit/card.py" line="49"/>
        <source>Choose a line to read all of it.</source>
        <translation>Chọn một dòng để đọc đầy đủ.</translation>
    </message>
    <message>
        <location filename="../../ui/audit/card.py" line="63"/>
        <source>Time</source>
        <translation>Thời điểm</translation>
    </message>
    <message>
        <location filename="../../ui/audit/card.py" line="64"/>
        <source>Who</source>
        <translation>Ai</translation>
    </message>
    <message>
        <location filename="../../ui/audit/card.py" line="65"/>
        <source>At</source>
        <translation>Tại máy</translation>
    </message>
    <message>
        <location filename="../../ui/audit/card.py" line="66"/>
        <source>Of what</source>
        <translation>Đối tượng</translation>
    </message>
    <message>
        <location filename="../../ui/audit/card.py" line="68"/>
        <source>Entry number</source>
        <translation>Số thứ tự</translation>
    </message>
    <message>
        <location filename="../../ui/audit/card.py" line="69"/>
        <source>Hash</source>
        <translation>Mã băm</translation>
    </message>
    <message>
        <location filename="../../ui/audit/card.py" line="70"/>
        <source>Hash of the entry before</source>
        <translation>Mã băm của dòng trước</translation>
    </message>
</context>
<context>
    <name>Errands</name>
    <message>
        <location filename="../../ui/review/errands.py" line="85"/>
        <source>Keep this picture</source>
        <translation>Lưu ảnh này</translation>
    </message>
    <message>
        <location filename="../../ui/review/errands.py" line="87"/>
        <source>Pictures (*.png)</source>
        <translation>Ảnh (*.png)</translation>
    </message>
    <message>
        <location filename="../../ui/review/errands.py" line="111"/>
        <source>This time is not clear, or has not come yet. Type such as: yesterday 22h05, 23/11 22h, 22:05:07.</source>
        <translation>Thời điểm chưa rõ hoặc chưa tới. Gõ như: hôm qua 22h05, 23/11 22h, 22:05:07.</translation>
    </message>
    <message>
        <location filename="../../ui/review/errands.py" line="174"/>
        <source>Kept: {file}</source>
        <translation>Đã lưu: {file}</translation>
    </message>
    <message>
        <location filename="../../ui/review/errands.py" line="179"/>
        <source>There is no picture of this camera at that moment.</source>
        <translation>Camera này không có hình ở thời điểm đó.</translation>
    </message>
</context>
<context>
    <name>EvidencePages</name>
    <message>
        <location filename="../../ui/evidence/hook.py" line="124"/>
        <source>Show the cameras first whose footage is asked for.</source>
        <translation>Hãy mở các camera cần trích xuất trước.</translation>
    </message>
</context>
<context>
    <name>ExhibitDialog</name>
    <message>
        <location filename="../../ui/cases/sections/exhibit_dialog.py" line="48"/>
        <source>Find: file, giver, device</source>
        <translation>Tìm: tên tệp, người giao, thiết bị</translation>
    </message>
    <message>
        <location filename="../../ui/cases/sections/exhibit_dialog.py" line="49"/>
        <source>Find a file from outside</source>
        <translation>Tìm tệp ngoài</translation>
    </message>
    <message>
        <location filename="../../ui/cases/sections/exhibit_dialog.py" line="54"/>
        <source>Space ticks the chosen file</source>
        <translation>Phím cách để đánh dấu chọn tệp</translation>
    </message>
    <message>
        <location filename="../../ui/cases/sections/exhibit_dialog.py" line="58"/>
        <source>No file was taken in yet: Review, Ctrl+O plays one from a stick first.</source>
        <translation>Chưa nhận tệp ngoài nào: vào Xem lại, Ctrl+O để phát tệp từ USB trước.</translation>
    </message>
</context>
<context>
    <name>ExhibitFacts</name>
    <message>
        <location filename="../../ui/exhibits/facts.py" line="64"/>
        <source>File</source>
        <translation>Tệp</translation>
    </message>
    <message>
        <location filename="../../ui/exhibits/facts.py" line="65"/>
        <source>Given by</source>
        <translation>Người giao</translation>
    </message>
    <message>
        <location filename="../../ui/exhibits/facts.py" line="66"/>
        <source>Device</source>
        <translation>Thiết bị</translation>
    </message>
    <message>
        <location filename="../../ui/exhibits/facts.py" line="66"/>
        <location filename="../../ui/exhibits/facts.py" line="85"/>
        <source>not told</source>
        <translation>không cho biết</translation>
    </message>
    <message>
        <location filename="../../ui/exhibits/facts.py" line="67"/>
        <source>Begins, by the device&apos;s clock</source>
        <translation>Bắt đầu, theo đồng hồ thiết bị</translation>
    </message>
    <message>
        <location filename="../../ui/exhibits/facts.py" line="68"/>
        <source>Clock of the device</source>
        <translation>Đồng hồ thiết bị</translation>
    </message>
    <message>
        <location filename="../../ui/exhibits/facts.py" line="69"/>
        <source>Begins, by station time</source>
        <translation>Bắt đầu, theo giờ trạm</translation>
    </message>
    <message>
        <location filename="../../ui/exhibits/facts.py" line="70"/>
        <source>Taken in</source>
        <translation>Nhận lúc</translation>
    </message>
    <message>
        <location filename="../../ui/exhibits/facts.py" line="71"/>
        <source>Size</source>
        <translation>Dung lượng</translation>
    </message>
    <message>
        <location filename="../../ui/exhibits/facts.py" line="72"/>
        <source>Hash, to be read out</source>
        <translation>Mã băm, để đọc và đối chiếu</translation>
    </message>
    <message>
        <location filename="../../ui/exhibits/facts.py" line="73"/>
        <source>SHA-256</source>
        <translation>SHA-256</translation>
    </message>
    <message>
        <location filename="../../ui/exhibits/facts.py" line="76"/>
        <source>Note</source>
        <translation>Ghi chú</translation>
    </message>
    <message>
        <location filename="../../ui/exhibits/facts.py" line="78"/>
        <source>{name}, taken in {time}, given by {who}</source>
        <translation>{name}, nhận lúc {time}, do {who} giao</translation>
    </message>
    <message>
        <location filename="../../ui/exhibits/facts.py" line="80"/>
        <source>The very same file</source>
        <translation>Tệp giống hệt</translation>
    </message>
    <message>
        <location filename="../../ui/exhibits/facts.py" line="89"/>
        <source>not known</source>
        <translation>chưa rõ</translation>
    </message>
    <message>
        <location filename="../../ui/exhibits/facts.py" line="93"/>
        <source>not compared</source>
        <translation>chưa so với giờ đúng</translation>
    </message>
</context>
<context>
    <name>ExhibitTable</name>
    <message>
        <location filename="../../ui/exhibits/table.py" line="91"/>
        <source>File</source>
        <translation>Tệp</translation>
    </message>
    <message>
        <location filename="../../ui/exhibits/table.py" line="92"/>
        <source>Given by</source>
        <translation>Người giao</translation>
    </message>
    <message>
        <location filename="../../ui/exhibits/table.py" line="93"/>
        <source>Device</source>
        <translation>Thiết bị</translation>
    </message>
    <message>
        <location filename="../../ui/exhibits/table.py" line="94"/>
        <source>Taken in</source>
        <translation>Nhận lúc</translation>
    </message>
    <message>
        <location filename="../../ui/exhibits/table.py" line="95"/>
        <source>Size</source>
        <translation>Dung lượng</translation>
    </message>
</context>
<context>
    <name>ExhibitsPage</name>
    <message>
        <location filename="../../ui/exhibits/page.py" line="92"/>
        <source>Open a file from outside</source>
        <translation>Mở tệp ngoài</translation>
    </message>
    <message>
        <location filename="../../ui/exhibits/page.py" line="148"/>
        <source>{name} is as it was when it was taken in: {groups}</source>
        <translation>{name} còn nguyên vẹn như lúc nhận. Mã băm: {groups}</translation>
    </message>
    <message>
        <location filename="../../ui/exhibits/page.py" line="151"/>
        <source>{name} is being verified…</source>
        <translation>Đang kiểm tra {name}…</translation>
    </message>
    <message>
        <location filename="../../ui/exhibits/page.py" line="226"/>
        <source>{name} is being copied and hashed. Leave the stick where it is.</source>
        <translation>Đang chép và băm {name}. Xin đừng rút USB.</translation>
    </message>
    <message>
        <location filename="../../ui/exhibits/page.py" line="244"/>
        <source>{name} was taken in. It is the very same file as {twin}, taken in {time}; both are kept. Hash: {groups}</source>
        <translation>Đã nhận {name}. Tệp này giống hệt {twin} đã nhận lúc {time}; cả hai đều được giữ. Mã băm: {groups}</translation>
    </message>
    <message>
        <location filename="../../ui/exhibits/page.py" line="254"/>
        <source>{name} was taken in; the stick may be pulled out. Hash: {groups}</source>
        <translation>Đã nhận {name}; có thể rút USB. Mã băm: {groups}</translation>
    </message>
</context>
<context>
    <name>ExportCount</name>
    <message>
        <location filename="../../ui/evidence/counts.py" line="48"/>
        <source>1 package exporting {percent} %</source>
        <translation>1 gói đang xuất {percent} %</translation>
    </message>
    <message>
        <location filename="../../ui/evidence/counts.py" line="50"/>
        <source>{making}, {count} waiting</source>
        <translation>{making}, {count} gói chờ</translation>
    </message>
    <message>
        <location filename="../../ui/evidence/counts.py" line="55"/>
        <source>{package}: {step}</source>
        <translation>{package}: {step}</translation>
    </message>
    <message>
        <location filename="../../ui/evidence/counts.py" line="56"/>
        <source>{package}: {step}, {left} left</source>
        <translation>{package}: {step}, còn {left}</translation>
    </message>
    <message>
        <location filename="../../ui/evidence/counts.py" line="59"/>
        <source>{count} packages wait</source>
        <translation>{count} gói chờ xuất</translation>
    </message>
    <message>
        <location filename="../../ui/evidence/counts.py" line="59"/>
        <source>Export</source>
        <translation>Xuất gói chứng cứ</translation>
    </message>
    <message>
        <location filename="../../ui/evidence/counts.py" line="61"/>
        <source>Package {name} is done</source>
        <translation>Gói {name} đã xong</translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <location filename="../../ui/evidence/export_dialog.py" line="93"/>
        <source>Export for request {number}</source>
        <translation>Xuất gói chứng cứ theo phiếu {number}</translation>
    </message>
    <message>
        <location filename="../../ui/evidence/export_dialog.py" line="99"/>
        <source>{unit} · allowed: {forms}</source>
        <translation>{unit} · được duyệt: {forms}</translation>
    </message>
    <message>
        <location filename="../../ui/evidence/export_dialog.py" line="115"/>
        <location filename="../../ui/evidence/export_dialog.py" line="123"/>
        <source>What it will hold</source>
        <translation>Trong gói sẽ có</translation>
    </message>
    <message>
        <location filename="../../ui/evidence/export_dialog.py" line="130"/>
        <source>Where to</source>
        <translation>Ghi vào đâu</translation>
    </message>
    <message>
        <location filename="../../ui/evidence/export_dialog.py" line="132"/>
        <source>Besides</source>
        <translation>Kèm theo</translation>
    </message>
    <message>
        <location filename="../../ui/evidence/export_dialog.py" line="154"/>
        <source>Not now</source>
        <translation>Để sau</translation>
    </message>
    <message>
        <location filename="../../ui/evidence/export_dialog.py" line="155"/>
        <source>Close; what was chosen is kept (Esc)</source>
        <translation>Đóng; những gì đã chọn vẫn được giữ (Esc)</translation>
    </message>
    <message>
        <location filename="../../ui/evidence/export_dialog.py" line="158"/>
        <source>Queue it</source>
        <translation>Xếp hàng xuất</translation>
    </message>
    <message>
        <location filename="../../ui/evidence/export_dialog.py" line="196"/>
        <source>Only pictures are allowed: choose at least one (S).</source>
        <translation>Phiếu chỉ cho trích ảnh: hãy chọn ít nhất một ảnh (S).</translation>
    </message>
    <message>
        <location filename="../../ui/evidence/export_dialog.py" line="202"/>
        <source>Choose where it is put: plug a medium in, or press 0 for a folder.</source>
        <translation>Hãy chọn nơi ghi: cắm USB vào, hoặc bấm 0 để chọn thư mục.</translation>
    </message>
    <message>
        <location filename="../../ui/evidence/export_dialog.py" line="204"/>
        <source>Looking what there is…</source>
        <translation>Đang xem có những gì…</translation>
    </message>
    <message>
        <location filename="../../ui/evidence/export_dialog.py" line="344"/>
        <source>Pictures are allowed, and none is chosen yet (S).</source>
        <translation>Phiếu có cho trích ảnh mà chưa chọn ảnh nào (S).</translation>
    </message>
    <message>
        <location filename="../../ui/evidence/export_dialog.py" line="348"/>
        <source>Queue it; it is made by itself (Enter)</source>
        <translation>Xếp vào hàng; gói sẽ tự được xuất (Enter)</translation>
    </message>
    <message>
        <location filename="../../ui/evidence/export_dialog.py" line="356"/>
        <source>Needs {needed} · takes {time}</source>
        <translation>Cần {needed} · thời gian: {time}</translation>
    </message>
    <message>
        <location filename="../../ui/evidence/export_dialog.py" line="359"/>
        <source>Needs {needed}, what is queued before it for this medium {queued}, {free} are free · takes {time}</source>
        <translation>Cần {needed}, các gói xếp hàng trước trên cùng thiết bị cần {queued}, còn trống {free} · mất {time}</translation>
    </message>
    <message>
        <location filename="../../ui/evidence/export_dialog.py" line="368"/>
        <source>Needs {needed}, {free} are free · takes {time}</source>
        <translation>Cần {needed}, còn trống {free} · thời gian: {time}</translation>
    </message>
</context>
<context>
    <name>ExportFields</name>
    <message>
        <location filename="../../ui/evidence/export_fields.py" line="52"/>
        <source>The medium on paper</source>
        <translation>Tên thiết bị ghi trên giấy</translation>
    </message>
    <message>
        <location filename="../../ui/evidence/export_fields.py" line="52"/>
        <source>such as: USB Kingston 32 GB</source>
        <translation>ví dụ: USB Kingston 32 GB</translation>
    </message>
    <message>
        <location filename="../../ui/evidence/export_fields.py" line="54"/>
        <source>Seal number</source>
        <translation>Số niêm phong</translation>
    </message>
    <message>
        <location filename="../../ui/evidence/export_fields.py" line="58"/>
        <source>Witnesses who sign</source>
        <translation>Số người chứng kiến ký</translation>
    </message>
    <message>
        <location filename="../../ui/evidence/export_fields.py" line="143"/>
        <source>Pictures ({count})…</source>
        <translation>Ảnh ({count})…</translation>
    </message>
    <message>
        <location filename="../../ui/evidence/export_fields.py" line="144"/>
        <source>Masks ({count})…</source>
        <translation>Vùng che ({count})…</translation>
    </message>
</context>
<context>
    <name>ExportLine</name>
    <message>
        <location filename="../../ui/evidence/export_line.py" line="48"/>
        <source>{span} · {stream}</source>
        <translation>{span} · {stream}</translation>
    </message>
    <message>
        <location filename="../../ui/evidence/export_line.py" line="69"/>
        <source>Looking what there is…</source>
        <translation>Đang xem có những gì…</translation>
    </message>
    <message>
        <location filename="../../ui/evidence/export_line.py" line="83"/>
        <source>Nothing is missing.</source>
        <translation>Không thiếu đoạn nào.</translation>
    </message>
    <message>
        <location filename="../../ui/evidence/export_line.py" line="97"/>
        <source>No footage of this time is on disk.</source>
        <translation>Trên đĩa không có hình của thời gian này.</translation>
    </message>
    <message>
        <location filename="../../ui/evidence/export_line.py" line="104"/>
        <source>{there} of {whole}</source>
        <translation>có {there} trên {whole}</translation>
    </message>
    <message>
        <location filename="../../ui/evidence/export_line.py" line="107"/>
        <source>{count} files</source>
        <translation>{count} tệp</translation>
    </message>
    <message>
        <location filename="../../ui/evidence/export_line.py" line="112"/>
        <source>begins up to {lead} earlier, at a key frame</source>
        <translation>bắt đầu sớm hơn tối đa {lead}, tại khung hình khoá</translation>
    </message>
    <message>
        <location filename="../../ui/evidence/export_line.py" line="120"/>
        <source>exported {count} times already</source>
        <translation>đã trích xuất {count} lần</translation>
    </message>
    <message>
        <location filename="../../ui/evidence/export_line.py" line="122"/>
        <source>exported {count} times already, last on {time} by {name}</source>
        <translation>đã trích xuất {count} lần, lần cuối {time}, người làm: {name}</translation>
    </message>
</context>
<context>
    <name>ExportTelling</name>
    <message>
        <location filename="../../ui/evidence/telling.py" line="91"/>
        <source>{package} was not exported. {why} Ctrl+Shift+E shows it; R tries it again.</source>
        <translation>Chưa xuất được {package}. {why} Ctrl+Shift+E để xem; R để thử lại.</translation>
    </message>
</context>
<context>
    <name>FactsCard</name>
    <message>
        <location filename="../../ui/settings/facts.py" line="60"/>
        <source>Station key (fingerprint)</source>
        <translation>Dấu vân tay của khoá ký</translation>
    </message>
    <message>
        <location filename="../../ui/settings/facts.py" line="62"/>
        <source>Compare it with the paper in the safe: it must be the same. Below it as packages of evidence show it.</source>
        <translation>So với tờ giấy trong két: phải giống hệt. Dòng dưới là cùng dấu vân tay ấy, như gói chứng cứ hiển thị.</translation>
    </message>
    <message>
        <location filename="../../ui/settings/facts.py" line="66"/>
        <source>Last backup</source>
        <translation>Lần sao lưu gần nhất</translation>
    </message>
    <message>
        <location filename="../../ui/settings/facts.py" line="77"/>
        <location filename="../../ui/settings/facts.py" line="79"/>
        <source>none yet</source>
        <translation>chưa có</translation>
    </message>
    <message>
        <location filename="../../ui/settings/facts.py" line="83"/>
        <source>{time}, also on the second medium</source>
        <translation>{time}, có cả trên thiết bị thứ hai</translation>
    </message>
    <message>
        <location filename="../../ui/settings/facts.py" line="85"/>
        <source>{time}: more than 3 days ago</source>
        <translation>{time}: đã quá 3 ngày</translation>
    </message>
</context>
<context>
    <name>FileTable</name>
    <message>
        <location filename="../../ui/cases/sections/file_table.py" line="60"/>
        <source>File</source>
        <translation>Tệp</translation>
    </message>
    <message>
        <location filename="../../ui/cases/sections/file_table.py" line="60"/>
        <source>What it is</source>
        <translation>Là gì</translation>
    </message>
    <message>
        <location filename="../../ui/cases/sections/file_table.py" line="60"/>
        <source>Size</source>
        <translation>Cỡ</translation>
    </message>
    <message>
        <location filename="../../ui/cases/sections/file_table.py" line="71"/>
        <source>from outside</source>
        <translation>tệp ngoài</translation>
    </message>
    <message>
        <location filename="../../ui/cases/sections/file_table.py" line="71"/>
        <source>attached</source>
        <translation>đính kèm</translation>
    </message>
</context>
<context>
    <name>FilesSection</name>
    <message>
        <location filename="../../ui/cases/sections/files.py" line="67"/>
        <source>No file belongs to this case yet. Ins attaches a paper or a picture; films that people bring are taken in on the review page (Ctrl+O) and tied here (Shift+Ins).</source>
        <translation>Vụ việc chưa có tệp nào. Bấm Ins để đính kèm giấy tờ, ảnh; phim người dân mang đến thì nhận ở trang Xem lại (Ctrl+O) rồi gắn vào đây (Shift+Ins).</translation>
    </message>
    <message>
        <location filename="../../ui/cases/sections/files.py" line="82"/>
        <source>Files</source>
        <translation>Tệp</translation>
    </message>
    <message>
        <location filename="../../ui/cases/sections/files.py" line="115"/>
        <source>Attach a file</source>
        <translation>Đính kèm tệp</translation>
    </message>
    <message>
        <location filename="../../ui/cases/sections/files.py" line="132"/>
        <source>{file} is attached. Hash: {hash}</source>
        <translation>Đã đính kèm {file}. Mã băm: {hash}</translation>
    </message>
    <message>
        <location filename="../../ui/cases/sections/files.py" line="137"/>
        <source>Copying {file}…</source>
        <translation>Đang chép {file}…</translation>
    </message>
    <message>
        <location filename="../../ui/cases/sections/files.py" line="140"/>
        <source>{file} could not be read.</source>
        <translation>Không đọc được {file}.</translation>
    </message>
    <message>
        <location filename="../../ui/cases/sections/files.py" line="147"/>
        <source>Films from outside are played in Review, Files from outside.</source>
        <translation>Tệp ngoài được phát ở trang Xem lại, mục Tệp ngoài.</translation>
    </message>
    <message>
        <location filename="../../ui/cases/sections/files.py" line="153"/>
        <source>Only PDF, JPEG, PNG and text are shown here. F2 saves a copy.</source>
        <translation>Ở đây chỉ xem được PDF, JPEG, PNG và văn bản thuần. Bấm F2 để lưu bản sao.</translation>
    </message>
    <message>
        <location filename="../../ui/cases/sections/files.py" line="166"/>
        <source>{file} is whole and is being shown: a copy, read-only.</source>
        <translation>{file} nguyên vẹn, đang được mở: bản sao chỉ đọc.</translation>
    </message>
    <message>
        <location filename="../../ui/cases/sections/files.py" line="168"/>
        <source>This PC has no program that shows it. F2 saves a copy.</source>
        <translation>Máy này không có chương trình mở được. Bấm F2 để lưu bản sao.</translation>
    </message>
    <message>
        <location filename="../../ui/cases/sections/files.py" line="171"/>
        <source>Checking {file}…</source>
        <translation>Đang kiểm tra {file}…</translation>
    </message>
    <message>
        <location filename="../../ui/cases/sections/files.py" line="174"/>
        <source>No copy could be made: the disk is full or may not be written.</source>
        <translation>Không tạo được bản sao: đĩa đầy hoặc không ghi được.</translation>
    </message>
    <message>
        <location filename="../../ui/cases/sections/files.py" line="181"/>
        <source>Save a copy</source>
        <translation>Lưu bản sao</translation>
    </message>
    <message>
        <location filename="../../ui/cases/sections/files.py" line="193"/>
        <source>{file} was saved, and read back: it is whole.</source>
        <translation>Đã lưu {file} và đọc lại: nguyên vẹn.</translation>
    </message>
    <message>
        <location filename="../../ui/cases/sections/files.py" line="197"/>
        <source>Saving {file}…</source>
        <translation>Đang lưu {file}…</translation>
    </message>
    <message>
        <location filename="../../ui/cases/sections/files.py" line="200"/>
        <source>{file} could not be written. Choose another folder.</source>
        <translation>Không ghi được {file}. Chọn thư mục khác.</translation>
    </message>
    <message>
        <location filename="../../ui/cases/sections/files.py" line="258"/>
        <source>{file}
Given by {giver}, taken in on {time} · {size}
Hash: {hash}</source>
        <translation>{file}
{giver} giao, nhận lúc {time} · {size}
Mã băm: {hash}</translation>
    </message>
    <message>
        <location filename="../../ui/cases/sections/files.py" line="261"/>
        <source>{file}
Attached on {time} · {size}
Hash: {hash}</source>
        <translation>{file}
Đính kèm lúc {time} · {size}
Mã băm: {hash}</translation>
    </message>
</context>
<context>
    <name>Filters</name>
    <message>
        <location filename="../../ui/audit/filters.py" line="39"/>
        <source>Every officer</source>
        <translation>Mọi cán bộ</translation>
    </message>
    <message>
        <location filename="../../ui/audit/filters.py" line="41"/>
        <source>Every act</source>
        <translation>Mọi việc</translation>
    </message>
    <message>
        <location filename="../../ui/audit/filters.py" line="43"/>
        <source>Every camera</source>
        <translation>Mọi camera</translation>
    </message>
    <message>
        <location filename="../../ui/audit/filters.py" line="49"/>
        <source>Every incident: 15/2026…</source>
        <translation>Mọi vụ việc: 15/2026…</translation>
    </message>
    <message>
        <location filename="../../ui/audit/filters.py" line="50"/>
        <source>Incident</source>
        <translation>Vụ việc</translation>
    </message>
    <message>
        <location filename="../../ui/audit/filters.py" line="51"/>
        <source>Its number: 15/2026, or 15 of this year</source>
        <translation>Số vụ việc: 15/2026, hoặc 15 nếu là năm nay</translation>
    </message>
    <message>
        <location filename="../../ui/audit/filters.py" line="55"/>
        <source>At any time: yesterday 22h, 23/11…</source>
        <translation>Mọi lúc: hôm qua 22h, 23/11…</translation>
    </message>
    <message>
        <location filename="../../ui/audit/filters.py" line="56"/>
        <source>Time</source>
        <translation>Thời gian</translation>
    </message>
    <message>
        <location filename="../../ui/audit/filters.py" line="58"/>
        <source>A day, an hour or both: today, yesterday 22h, 20/11 - 23/11 6h, 7 days</source>
        <translation>Ngày, giờ hoặc cả hai: hôm nay, hôm qua 22h, 20/11 - 23/11 6h, 7 ngày</translation>
    </message>
    <message>
        <location filename="../../ui/audit/filters.py" line="134"/>
        <source>There is no incident {number} at this station.</source>
        <translation>Trạm này không có vụ việc {number}.</translation>
    </message>
    <message>
        <location filename="../../ui/audit/filters.py" line="173"/>
        <source>This is no incident&apos;s number. Type such as: 15/2026.</source>
        <translation>Đây không phải số vụ việc. Nhập như: 15/2026.</translation>
    </message>
    <message>
        <location filename="../../ui/audit/filters.py" line="209"/>
        <source>Entries of the camera itself. Bookmarks and holds of its pictures are under their own acts: choose those in the box Every act.</source>
        <translation>Chỉ gồm dòng của chính camera này. Dấu mốc và lệnh lưu giữ hình của nó nằm ở việc riêng: chọn việc ấy trong ô Mọi việc.</translation>
    </message>
    <message>
        <location filename="../../ui/audit/filters.py" line="214"/>
        <source>Entries of the incident itself. Its bookmarks, holds and calls are under their own acts: choose those in the box Every act.</source>
        <translation>Chỉ gồm dòng của chính vụ việc này. Dấu mốc, lệnh lưu giữ, cuộc gọi của nó nằm ở việc riêng: chọn việc ấy trong ô Mọi việc.</translation>
    </message>
    <message>
        <location filename="../../ui/audit/filters.py" line="226"/>
        <source>This time is not clear. Type such as: yesterday 22h, 20/11 - 23/11 6h.</source>
        <translation>Chưa rõ thời gian này. Gõ như: hôm qua 22h, 20/11 - 23/11 6h.</translation>
    </message>
</context>
<context>
    <name>FindPage</name>
    <message>
        <location filename="../../ui/cases/find_page.py" line="158"/>
        <source>No camera is known for it: it has neither one nor a place.</source>
        <translation>Chưa biết camera nào: mục này không có camera và không có địa bàn.</translation>
    </message>
    <message>
        <location filename="../../ui/cases/find_page.py" line="333"/>
        <source>Searching…</source>
        <translation>Đang tìm…</translation>
    </message>
    <message>
        <location filename="../../ui/cases/find_page.py" line="341"/>
        <source>Looked through back to {time}; going on as you scroll.</source>
        <translation>Đã tìm ngược đến {time}; cuộn xuống để tìm tiếp.</translation>
    </message>
    <message>
        <location filename="../../ui/cases/find_page.py" line="346"/>
        <source>The newest, while nothing is typed</source>
        <translation>Mới nhất, khi chưa nhập gì</translation>
    </message>
    <message>
        <location filename="../../ui/cases/find_page.py" line="361"/>
        <source>“{name}” is removed. Ctrl+Z brings it back.</source>
        <translation>Đã xoá “{name}”. Ctrl+Z lấy lại.</translation>
    </message>
    <message>
        <location filename="../../ui/cases/find_page.py" line="391"/>
        <source>There is something newer (F5)</source>
        <translation>Có mục mới hơn (F5)</translation>
    </message>
</context>
<context>
    <name>ForgottenCard</name>
    <message>
        <location filename="../../ui/access/forgotten.py" line="40"/>
        <source>Forgotten password</source>
        <translation>Quên mật khẩu</translation>
    </message>
    <message>
        <location filename="../../ui/access/forgotten.py" line="41"/>
        <source>Let me in</source>
        <translation>Cho tôi vào</translation>
    </message>
    <message>
        <location filename="../../ui/access/forgotten.py" line="41"/>
        <source>Choose a new password (Enter)</source>
        <translation>Đặt mật khẩu mới (Enter)</translation>
    </message>
    <message>
        <location filename="../../ui/access/forgotten.py" line="49"/>
        <source>For administrators, with the recovery sheet from the safe. The log tells of it, and so does the screen to whoever may read the log. Other officers ask an administrator for a new password.</source>
        <translation>Dành cho quản trị, dùng phiếu khôi phục trong két. Việc này được ghi nhật ký và báo cho những người được xem nhật ký. Cán bộ khác xin quản trị cấp mật khẩu mới.</translation>
    </message>
    <message>
        <location filename="../../ui/access/forgotten.py" line="42"/>
        <source>The ten groups on the sheet</source>
        <translation>Mười nhóm số trên phiếu</translation>
    </message>
    <message>
        <location filename="../../ui/access/forgotten.py" line="57"/>
        <source>Back</source>
        <translation>Quay lại</translation>
    </message>
    <message>
        <location filename="../../ui/access/forgotten.py" line="57"/>
        <source>Sign in with a password</source>
        <translation>Đăng nhập bằng mật khẩu</translation>
    </message>
    <message>
        <location filename="../../ui/access/forgotten.py" line="78"/>
        <source>Group {number} is not as on the sheet. Compare it once more.</source>
        <translation>Nhóm {number} không đúng như trên phiếu. Hãy đối chiếu lại.</translation>
    </message>
</context>
<context>
    <name>FormDialog</name>
    <message>
        <location filename="../../ui/form_dialog.py" line="37"/>
        <source>Cancel</source>
        <translation>Huỷ</translation>
    </message>
    <message>
        <location filename="../../ui/form_dialog.py" line="38"/>
        <source>Close without keeping (Esc)</source>
        <translation>Đóng mà không lưu (Esc)</translation>
    </message>
</context>
<context>
    <name>FormHead</name>
    <message>
        <location filename="../../ui/evidence/form_head.py" line="27"/>
        <source>{number}, a draft</source>
        <translation>{number}, bản nháp</translation>
    </message>
    <message>
        <location filename="../../ui/evidence/form_head.py" line="27"/>
        <source>New request for footage</source>
        <translation>Phiếu yêu cầu trích xuất mới</translation>
    </message>
</context>
<context>
    <name>FoundList</name>
    <message>
        <location filename="../../ui/cases/find_list.py" line="110"/>
        <source>What was found</source>
        <translation>Kết quả tìm</translation>
    </message>
</context>
<context>
    <name>Frame</name>
    <message>
        <location filename="../../ui/frame.py" line="50"/>
        <location filename="../../ui/frame.py" line="52"/>
        <source>Ward camera console</source>
        <translation>Bàn trực camera phường</translation>
    </message>
    <message>
        <location filename="../../ui/frame.py" line="55"/>
        <source>Opening the station…</source>
        <translation>Đang mở dữ liệu của trạm…</translation>
    </message>
    <message>
        <location filename="../../ui/frame.py" line="87"/>
        <source>The station cannot be opened.
{reason}</source>
        <translation>Không mở được dữ liệu của trạm.
{reason}</translation>
    </message>
    <message>
        <location filename="../../ui/frame.py" line="129"/>
        <source>The picture engine has stopped and is being restarted. Please wait.</source>
        <translation>Bộ xử lý hình đã dừng và đang được khởi động lại. Vui lòng chờ.</translation>
    </message>
</context>
<context>
    <name>FromDrafts</name>
    <message>
        <location filename="../../ui/cases/from_drafts.py" line="62"/>
        <source>Add to which case?</source>
        <translation>Thêm vào vụ việc nào?</translation>
    </message>
    <message>
        <location filename="../../ui/cases/from_drafts.py" line="62"/>
        <source>Add to it</source>
        <translation>Thêm vào</translation>
    </message>
    <message>
        <location filename="../../ui/cases/from_drafts.py" line="70"/>
        <source>Added to case {number}: {title}</source>
        <translation>Đã thêm vào vụ việc {number}: {title}</translation>
    </message>
</context>
<context>
    <name>GoBackDialog</name>
    <message>
        <location filename="../../ui/backups/dialogs.py" line="28"/>
        <source>Would not be there any more:
{lost}</source>
        <translation>Những thứ sau sẽ không còn:
{lost}</translation>
    </message>
    <message>
        <location filename="../../ui/backups/dialogs.py" line="31"/>
        <source>Today&apos;s store, with all of this, is kept beside it, and so are footage and the files of cases; the log tells of both stores. Officers who were there then keep the role and the password that they have today.</source>
        <translation>Kho dữ liệu hôm nay, có đủ những thứ trên, được giữ lại bên cạnh; băng ghi hình và tệp của vụ việc cũng còn nguyên. Nhật ký ghi cả hai kho. Cán bộ đã có từ lúc đó vẫn giữ vai trò và mật khẩu như hôm nay.</translation>
    </message>
    <message>
        <location filename="../../ui/backups/dialogs.py" line="35"/>
        <source>Two officers must agree; afterwards you may have to sign in again.</source>
        <translation>Cần hai cán bộ đồng ý; sau đó có thể phải đăng nhập lại.</translation>
    </message>
    <message>
        <location filename="../../ui/backups/dialogs.py" line="38"/>
        <location filename="../../ui/backups/dialogs.py" line="40"/>
        <source>Go back to {time}</source>
        <translation>Quay về {time}</translation>
    </message>
</context>
<context>
    <name>Guard</name>
    <message>
        <location filename="../../ui/access/guard.py" line="250"/>
        <source>On {time} {name} was let in again with the recovery sheet. If nobody knows of it: look into the log and make a new sheet.</source>
        <translation>Lúc {time}, {name} đã vào lại bằng phiếu khôi phục. Nếu không ai biết việc này: xem nhật ký và lập phiếu mới.</translation>
    </message>
    <message>
        <location filename="../../ui/access/guard.py" line="265"/>
        <source>Your new password counts from now on.</source>
        <translation>Đã đổi mật khẩu. Từ giờ dùng mật khẩu mới.</translation>
    </message>
    <message>
        <location filename="../../ui/access/guard.py" line="289"/>
        <source>The shift&apos;s twelve hours are over. Sign in to go on.</source>
        <translation>Đã hết 12 giờ của ca trực. Đăng nhập lại để tiếp tục.</translation>
    </message>
    <message>
        <location filename="../../ui/access/guard.py" line="292"/>
        <source>An administrator has ended this session. Sign in again.</source>
        <translation>Quản trị đã kết thúc phiên làm việc này. Hãy đăng nhập lại.</translation>
    </message>
    <message>
        <location filename="../../ui/access/guard.py" line="308"/>
        <source>This session ends in {minutes} minutes: a shift lasts 12 hours. Hand over, or sign out (Ctrl+Shift+L) and in again.</source>
        <translation>Phiên làm việc kết thúc sau {minutes} phút: một ca dài 12 giờ. Hãy giao ca, hoặc đăng xuất (Ctrl+Shift+L) rồi đăng nhập lại.</translation>
    </message>
</context>
<context>
    <name>HalvingOver</name>
    <message>
        <location filename="../../ui/review/finding/halving_over.py" line="125"/>
        <source>Search by halves</source>
        <translation>Tìm bằng cách chia đôi</translation>
    </message>
    <message>
        <location filename="../../ui/review/finding/halving_over.py" line="128"/>
        <source>The last pictures</source>
        <translation>Các hình cuối</translation>
    </message>
    <message>
        <location filename="../../ui/review/finding/halving_over.py" line="138"/>
        <location filename="../../ui/review/finding/halving_over.py" line="181"/>
        <source>Still there (Y)</source>
        <translation>Còn (Y)</translation>
    </message>
    <message>
        <location filename="../../ui/review/finding/halving_over.py" line="139"/>
        <location filename="../../ui/review/finding/halving_over.py" line="182"/>
        <source>Gone (N)</source>
        <translation>Không còn (N)</translation>
    </message>
    <message>
        <location filename="../../ui/review/finding/halving_over.py" line="140"/>
        <source>Cannot tell (S)</source>
        <translation>Không rõ (S)</translation>
    </message>
    <message>
        <location filename="../../ui/review/finding/halving_over.py" line="141"/>
        <source>Back (Ctrl+Z)</source>
        <translation>Trả lời lại (Ctrl+Z)</translation>
    </message>
    <message>
        <location filename="../../ui/review/finding/halving_over.py" line="142"/>
        <source>Give up (Ctrl+.)</source>
        <translation>Thôi tìm (Ctrl+.)</translation>
    </message>
    <message>
        <location filename="../../ui/review/finding/halving_over.py" line="181"/>
        <source>Yes (Y)</source>
        <translation>Đúng (Y)</translation>
    </message>
    <message>
        <location filename="../../ui/review/finding/halving_over.py" line="182"/>
        <source>No (N)</source>
        <translation>Không (N)</translation>
    </message>
</context>
<context>
    <name>HalvingTool</name>
    <message>
        <location filename="../../ui/review/finding/halving_tool.py" line="71"/>
        <source>For a thing that was there and is gone: you are asked by pictures whether it is still there, and each answer halves what is left. Half a day takes 12 answers.</source>
        <translation>Dùng khi một vật đã mất: máy đưa hình và hỏi vật còn ở đó không, mỗi câu trả lời bớt đi một nửa. Nửa ngày cần 12 câu trả lời.</translation>
    </message>
    <message>
        <location filename="../../ui/review/finding/halving_tool.py" line="78"/>
        <source>First look at the first and the last picture</source>
        <translation>Xem hình đầu và hình cuối trước</translation>
    </message>
    <message>
        <location filename="../../ui/review/finding/halving_tool.py" line="81"/>
        <source>Begin</source>
        <translation>Bắt đầu</translation>
    </message>
    <message>
        <location filename="../../ui/review/finding/halving_tool.py" line="87"/>
        <source>Play it once more</source>
        <translation>Phát lại lần nữa</translation>
    </message>
    <message>
        <location filename="../../ui/review/finding/halving_tool.py" line="89"/>
        <source>Take the answer back</source>
        <translation>Trả lời lại câu trước</translation>
    </message>
    <message>
        <location filename="../../ui/review/finding/halving_tool.py" line="111"/>
        <source>Choose a camera first.</source>
        <translation>Hãy chọn camera trước.</translation>
    </message>
    <message>
        <location filename="../../ui/review/finding/halving_tool.py" line="113"/>
        <source>From and to are not clear, or have not come yet.</source>
        <translation>Chưa rõ từ lúc nào đến lúc nào, hoặc thời điểm đó chưa tới.</translation>
    </message>
    <message>
        <location filename="../../ui/review/finding/halving_tool.py" line="144"/>
        <source>Choose another stretch: the thing must be on its first picture, and on its last picture it must be gone.</source>
        <translation>Hãy chọn đoạn khác: hình đầu phải còn vật, hình cuối phải không còn.</translation>
    </message>
    <message>
        <location filename="../../ui/review/finding/halving_tool.py" line="191"/>
        <source>There is no footage of this camera between the two times.</source>
        <translation>Camera này không có ghi hình giữa hai thời điểm đó.</translation>
    </message>
    <message>
        <location filename="../../ui/review/finding/halving_tool.py" line="208"/>
        <source>{done} answered, {left} to go at most</source>
        <translation>Đã trả lời {done}, còn nhiều nhất {left}</translation>
    </message>
    <message>
        <location filename="../../ui/review/finding/halving_tool.py" line="212"/>
        <source>Between {start} and {end}: {length} of footage.</source>
        <translation>Giữa {start} và {end}: còn {length} ghi hình.</translation>
    </message>
    <message>
        <location filename="../../ui/review/finding/halving_tool.py" line="221"/>
        <source>Is it there on the left picture, and gone on the right one?</source>
        <translation>Hình bên trái còn vật, hình bên phải không còn: đúng không?</translation>
    </message>
    <message>
        <location filename="../../ui/review/finding/halving_tool.py" line="224"/>
        <source>Is the thing still there?</source>
        <translation>Vật còn ở đó không?</translation>
    </message>
    <message>
        <location filename="../../ui/review/finding/halving_tool.py" line="228"/>
        <source>Choose the first picture on which it is gone (arrows, Enter, or double click).</source>
        <translation>Chọn hình đầu tiên mà vật không còn (mũi tên rồi Enter, hoặc nhấp đúp).</translation>
    </message>
    <message>
        <location filename="../../ui/review/finding/halving_tool.py" line="238"/>
        <source>It went while nothing was recorded, between {start} and {end}.</source>
        <translation>Vật mất trong lúc không ghi hình, giữa {start} và {end}.</translation>
    </message>
    <message>
        <location filename="../../ui/review/finding/halving_tool.py" line="240"/>
        <source>It went between {start} and {end}.</source>
        <translation>Vật mất giữa {start} và {end}.</translation>
    </message>
    <message>
        <location filename="../../ui/review/finding/halving_tool.py" line="243"/>
        <source>Somewhere between {start} and {end}: no other picture there can be asked about.</source>
        <translation>Trong khoảng {start} đến {end}: ở đó không còn hình nào để hỏi.</translation>
    </message>
    <message>
        <location filename="../../ui/review/finding/halving_tool.py" line="252"/>
        <source>{n} answers. It plays from 5 seconds before.</source>
        <translation>{n} câu trả lời. Đang phát từ 5 giây trước đó.</translation>
    </message>
</context>
<context>
    <name>HistorySection</name>
    <message>
        <location filename="../../ui/cases/sections/history.py" line="131"/>
        <source>What this change did</source>
        <translation>Lần sửa này thay đổi gì</translation>
    </message>
    <message>
        <location filename="../../ui/cases/sections/history.py" line="144"/>
        <source>History</source>
        <translation>Lịch sử</translation>
    </message>
    <message>
        <location filename="../../ui/cases/sections/history.py" line="208"/>
        <source>Restricted reading: not for your role.</source>
        <translation>Đọc hạn chế: vai trò của bạn không xem được.</translation>
    </message>
</context>
<context>
    <name>HistoryTable</name>
    <message>
        <location filename="../../ui/cases/sections/history.py" line="50"/>
        <source>Time</source>
        <translation>Thời gian</translation>
    </message>
    <message>
        <location filename="../../ui/cases/sections/history.py" line="50"/>
        <source>Who</source>
        <translation>Ai</translation>
    </message>
    <message>
        <location filename="../../ui/cases/sections/history.py" line="50"/>
        <source>What</source>
        <translation>Việc</translation>
    </message>
</context>
<context>
    <name>HoldDialog</name>
    <message>
        <location filename="../../ui/holds/dialogs.py" line="99"/>
        <source>Numbers of the cameras</source>
        <translation>Số các camera</translation>
    </message>
    <message>
        <location filename="../../ui/holds/dialogs.py" line="110"/>
        <source>From when to when</source>
        <translation>Từ lúc nào đến lúc nào</translation>
    </message>
    <message>
        <location filename="../../ui/holds/dialogs.py" line="113"/>
        <source>such as: yesterday 22h - 23h30, 23/11, 23/11 22h05 - 24/11 6h</source>
        <translation>ví dụ: hôm qua 22h - 23h30, 23/11, 23/11 22h05 - 24/11 6h</translation>
    </message>
    <message>
        <location filename="../../ui/holds/dialogs.py" line="119"/>
        <source>Why</source>
        <translation>Lý do</translation>
    </message>
    <message>
        <location filename="../../ui/holds/dialogs.py" line="124"/>
        <source>What it is about</source>
        <translation>Nội dung</translation>
    </message>
    <message>
        <location filename="../../ui/holds/dialogs.py" line="126"/>
        <source>number of the request or case, who asked, what is to be seen</source>
        <translation>số phiếu hoặc số vụ, ai yêu cầu, cần xem gì</translation>
    </message>
    <message>
        <location filename="../../ui/holds/dialogs.py" line="168"/>
        <source>such as 3, 12-14</source>
        <translation>ví dụ 3, 12-14</translation>
    </message>
</context>
<context>
    <name>HoldTable</name>
    <message>
        <location filename="../../ui/holds/table.py" line="143"/>
        <source>Cameras</source>
        <translation>Camera</translation>
    </message>
    <message>
        <location filename="../../ui/holds/table.py" line="144"/>
        <source>Footage from – to</source>
        <translation>Hình từ – đến</translation>
    </message>
    <message>
        <location filename="../../ui/holds/table.py" line="145"/>
        <source>Why</source>
        <translation>Lý do</translation>
    </message>
    <message>
        <location filename="../../ui/holds/table.py" line="146"/>
        <source>Held by</source>
        <translation>Người lưu giữ</translation>
    </message>
    <message>
        <location filename="../../ui/holds/table.py" line="147"/>
        <source>Until</source>
        <translation>Giữ đến</translation>
    </message>
    <message>
        <location filename="../../ui/holds/table.py" line="148"/>
        <source>Left</source>
        <translation>Còn lại</translation>
    </message>
</context>
<context>
    <name>HoldsPage</name>
    <message>
        <location filename="../../ui/holds/page.py" line="86"/>
        <location filename="../../ui/holds/page.py" line="150"/>
        <source>Held footage</source>
        <translation>Hình lưu giữ</translation>
    </message>
    <message>
        <location filename="../../ui/holds/page.py" line="97"/>
        <source>Find: camera, reason, officer</source>
        <translation>Tìm: camera, lý do, cán bộ</translation>
    </message>
    <message>
        <location filename="../../ui/holds/page.py" line="330"/>
        <source>No hold fits</source>
        <translation>Không có lệnh lưu giữ nào khớp</translation>
    </message>
    <message>
        <location filename="../../ui/holds/page.py" line="331"/>
        <source>Type something else, or Esc for all of them.</source>
        <translation>Nhập từ khác, hoặc Esc để xem tất cả.</translation>
    </message>
    <message>
        <location filename="../../ui/holds/page.py" line="333"/>
        <source>No footage is held</source>
        <translation>Chưa lưu giữ hình nào</translation>
    </message>
    <message>
        <location filename="../../ui/holds/page.py" line="336"/>
        <source>Footage goes when its days are over. What is still needed is held: Ins here, or in Review mark it with [ and ] and press Ctrl+G.</source>
        <translation>Hình bị xoá khi hết hạn giữ. Hình nào còn cần thì lưu giữ: Ins ở đây, hoặc trong Xem lại đánh dấu bằng [ và ] rồi nhấn Ctrl+G.</translation>
    </message>
    <message>
        <location filename="../../ui/holds/page.py" line="353"/>
        <source>{count} in force</source>
        <translation>{count} lệnh còn hiệu lực</translation>
    </message>
    <message>
        <location filename="../../ui/holds/page.py" line="355"/>
        <source>{count} in force, {soon} of them run out within 7 days</source>
        <translation>{count} lệnh còn hiệu lực, {soon} lệnh hết hạn trong 7 ngày tới</translation>
    </message>
</context>
<context>
    <name>HoldsSection</name>
    <message>
        <location filename="../../ui/cases/sections/holds.py" line="39"/>
        <source>Held footage</source>
        <translation>Lưu giữ</translation>
    </message>
</context>
<context>
    <name>ImportDialog</name>
    <message>
        <location filename="../../ui/fleet/import_dialog.py" line="61"/>
        <source>Import a list</source>
        <translation>Nhập danh sách</translation>
    </message>
    <message>
        <location filename="../../ui/fleet/import_dialog.py" line="63"/>
        <source>Import {file}</source>
        <translation>Nhập {file}</translation>
    </message>
    <message>
        <location filename="../../ui/fleet/import_dialog.py" line="66"/>
        <source>Reading the list…</source>
        <translation>Đang đọc danh sách…</translation>
    </message>
    <message>
        <location filename="../../ui/fleet/import_dialog.py" line="70"/>
        <source>Cancel</source>
        <translation>Huỷ</translation>
    </message>
    <message>
        <location filename="../../ui/fleet/import_dialog.py" line="71"/>
        <source>Close without importing (Esc)</source>
        <translation>Đóng, không nhập (Esc)</translation>
    </message>
    <message>
        <location filename="../../ui/fleet/import_dialog.py" line="74"/>
        <source>Import</source>
        <translation>Nhập</translation>
    </message>
    <message>
        <location filename="../../ui/fleet/import_dialog.py" line="79"/>
        <source>Keep all rows that are in order (Enter)</source>
        <translation>Lưu mọi dòng hợp lệ (Enter)</translation>
    </message>
    <message>
        <location filename="../../ui/fleet/import_dialog.py" line="95"/>
        <source>What was found in each row</source>
        <translation>Kết quả kiểm tra từng dòng</translation>
    </message>
    <message>
        <location filename="../../ui/fleet/import_dialog.py" line="98"/>
        <source>Row</source>
        <translation>Dòng</translation>
    </message>
    <message>
        <location filename="../../ui/fleet/import_dialog.py" line="99"/>
        <source>Camera</source>
        <translation>Camera</translation>
    </message>
    <message>
        <location filename="../../ui/fleet/import_dialog.py" line="100"/>
        <source>Result</source>
        <translation>Kết quả</translation>
    </message>
    <message>
        <location filename="../../ui/fleet/import_dialog.py" line="101"/>
        <source>Column</source>
        <translation>Cột</translation>
    </message>
    <message>
        <location filename="../../ui/fleet/import_dialog.py" line="102"/>
        <source>What to do</source>
        <translation>Cách xử lý</translation>
    </message>
    <message>
        <location filename="../../ui/fleet/import_dialog.py" line="134"/>
        <source>{rows} rows: {good} in order, {bad} left out.</source>
        <translation>{rows} dòng: {good} hợp lệ, {bad} bỏ qua.</translation>
    </message>
    <message>
        <location filename="../../ui/fleet/import_dialog.py" line="138"/>
        <source>Columns that are not known and not read: {columns}.</source>
        <translation>Cột không rõ, không đọc: {columns}.</translation>
    </message>
    <message>
        <location filename="../../ui/fleet/import_dialog.py" line="142"/>
        <source>Import {count} cameras</source>
        <translation>Nhập {count} camera</translation>
    </message>
    <message>
        <location filename="../../ui/fleet/import_dialog.py" line="148"/>
        <source>in order</source>
        <translation>hợp lệ</translation>
    </message>
    <message>
        <location filename="../../ui/fleet/import_dialog.py" line="150"/>
        <source>double</source>
        <translation>trùng</translation>
    </message>
    <message>
        <location filename="../../ui/fleet/import_dialog.py" line="155"/>
        <source>left out</source>
        <translation>bỏ qua</translation>
    </message>
    <message>
        <location filename="../../ui/fleet/import_dialog.py" line="171"/>
        <source>Number</source>
        <translation>Số</translation>
    </message>
    <message>
        <location filename="../../ui/fleet/import_dialog.py" line="172"/>
        <source>Name</source>
        <translation>Tên</translation>
    </message>
    <message>
        <location filename="../../ui/fleet/import_dialog.py" line="173"/>
        <source>Cluster</source>
        <translation>Cụm</translation>
    </message>
    <message>
        <location filename="../../ui/fleet/import_dialog.py" line="174"/>
        <source>Team</source>
        <translation>Tổ</translation>
    </message>
    <message>
        <location filename="../../ui/fleet/import_dialog.py" line="175"/>
        <source>Main stream</source>
        <translation>Luồng chính</translation>
    </message>
    <message>
        <location filename="../../ui/fleet/import_dialog.py" line="176"/>
        <source>Sub stream</source>
        <translation>Luồng phụ</translation>
    </message>
    <message>
        <location filename="../../ui/fleet/import_dialog.py" line="177"/>
        <source>User</source>
        <translation>Tài khoản</translation>
    </message>
    <message>
        <location filename="../../ui/fleet/import_dialog.py" line="178"/>
        <source>Password</source>
        <translation>Mật khẩu</translation>
    </message>
    <message>
        <location filename="../../ui/fleet/import_dialog.py" line="179"/>
        <source>Transport</source>
        <translation>Cách truyền</translation>
    </message>
</context>
<context>
    <name>InboxBadge</name>
    <message>
        <location filename="../../ui/cases/badge.py" line="100"/>
        <source>{total} wait, {late} of them longer than 48 hours</source>
        <translation>{total} mục đang chờ, {late} mục quá 48 giờ</translation>
    </message>
    <message>
        <location filename="../../ui/cases/badge.py" line="102"/>
        <source>{total} wait</source>
        <translation>{total} mục đang chờ</translation>
    </message>
    <message>
        <location filename="../../ui/cases/badge.py" line="105"/>
        <source>{count} exported and not approved within 24 hours</source>
        <translation>{count} phiếu đã trích xuất mà quá 24 giờ chưa duyệt</translation>
    </message>
</context>
<context>
    <name>InboxPage</name>
    <message>
        <location filename="../../ui/cases/inbox_page.py" line="95"/>
        <source>What waits</source>
        <translation>Việc đang chờ</translation>
    </message>
    <message>
        <location filename="../../ui/cases/inbox_page.py" line="218"/>
        <location filename="../../ui/cases/inbox_page.py" line="334"/>
        <source>Reading…</source>
        <translation>Đang đọc…</translation>
    </message>
</context>
<context>
    <name>IncidentForm</name>
    <message>
        <location filename="../../ui/cases/incident_form.py" line="76"/>
        <location filename="../../ui/cases/incident_form.py" line="85"/>
        <source>Type, or ↓ for all</source>
        <translation>Gõ để tìm, ↓ xem tất cả</translation>
    </message>
    <message>
        <location filename="../../ui/cases/incident_form.py" line="80"/>
        <source>such as 22h15, yesterday 22h, 23/11 22h05</source>
        <translation>ví dụ 22h15, hôm qua 22h, 23/11 22h05</translation>
    </message>
    <message>
        <location filename="../../ui/cases/incident_form.py" line="82"/>
        <source>such as 23h30; nothing while it lasts</source>
        <translation>ví dụ 23h30; để trống nếu chưa kết thúc</translation>
    </message>
    <message>
        <location filename="../../ui/cases/incident_form.py" line="86"/>
        <source>House, street, market…</source>
        <translation>Số nhà, đường, chợ…</translation>
    </message>
    <message>
        <location filename="../../ui/cases/incident_form.py" line="89"/>
        <source>Who saw what, when, where; what was done. Codes become sentences: Tab.</source>
        <translation>Ai thấy gì, lúc nào, ở đâu; đã làm gì. Mã tắt thành câu bằng phím Tab.</translation>
    </message>
    <message>
        <location filename="../../ui/cases/incident_form.py" line="91"/>
        <source>Type a name</source>
        <translation>Gõ tên</translation>
    </message>
    <message>
        <location filename="../../ui/cases/incident_form.py" line="92"/>
        <source>such as 31/12, or 5 for in five days</source>
        <translation>ví dụ 31/12, hoặc 5 là năm ngày nữa</translation>
    </message>
</context>
<context>
    <name>IncidentHead</name>
    <message>
        <location filename="../../ui/cases/incident_head.py" line="142"/>
        <source>for {age} · {officer}, {time}</source>
        <translation>đã {age} · {officer}, {time}</translation>
    </message>
    <message>
        <location filename="../../ui/cases/incident_head.py" line="142"/>
        <source>for {age}</source>
        <translation>đã {age}</translation>
    </message>
    <message>
        <location filename="../../ui/cases/incident_head.py" line="151"/>
        <source>{time} {officer}: {step}</source>
        <translation>{time} {officer}: {step}</translation>
    </message>
    <message>
        <location filename="../../ui/cases/incident_head.py" line="194"/>
        <source>Approve</source>
        <translation>Duyệt</translation>
    </message>
    <message>
        <location filename="../../ui/cases/incident_head.py" line="194"/>
        <source>Submit</source>
        <translation>Trình duyệt</translation>
    </message>
</context>
<context>
    <name>IncidentPage</name>
    <message>
        <location filename="../../ui/cases/incident_page.py" line="70"/>
        <source>No incident is open</source>
        <translation>Chưa mở vụ việc nào</translation>
    </message>
    <message>
        <location filename="../../ui/cases/incident_page.py" line="191"/>
        <source>What you had typed and was not saved is back.</source>
        <translation>Phần đã gõ mà chưa lưu lần trước đã trở lại.</translation>
    </message>
    <message>
        <location filename="../../ui/cases/incident_page.py" line="225"/>
        <source>There is no such incident, or it is not for you</source>
        <translation>Không có vụ việc này, hoặc vụ việc không dành cho bạn</translation>
    </message>
    <message>
        <location filename="../../ui/cases/incident_page.py" line="227"/>
        <source>A restricted incident is seen by the officers named in it. Esc: back.</source>
        <translation>Vụ việc hạn chế chỉ những cán bộ có tên trong đó xem được. Esc: quay lại.</translation>
    </message>
    <message>
        <location filename="../../ui/cases/incident_page.py" line="231"/>
        <source>Esc goes back.</source>
        <translation>Esc để quay lại.</translation>
    </message>
    <message>
        <location filename="../../ui/cases/incident_page.py" line="256"/>
        <source>Saved at {time}</source>
        <translation>Đã lưu lúc {time}</translation>
    </message>
    <message>
        <location filename="../../ui/cases/incident_page.py" line="260"/>
        <source>Somebody else changed this meanwhile, it is merged: {fields}</source>
        <translation>Người khác vừa sửa, đã ghép vào: {fields}</translation>
    </message>
    <message>
        <location filename="../../ui/cases/incident_page.py" line="274"/>
        <source>Not saved, and nothing is lost: {problem}</source>
        <translation>Chưa lưu, phần đã gõ vẫn còn: {problem}</translation>
    </message>
    <message>
        <location filename="../../ui/cases/incident_page.py" line="278"/>
        <source>Not saved yet: {fields}</source>
        <translation>Chưa lưu: {fields}</translation>
    </message>
    <message>
        <location filename="../../ui/cases/incident_page.py" line="311"/>
        <source>Not saved in {number}: {fields}. It is there when you open it again.</source>
        <translation>Chưa lưu trong vụ {number}: {fields}. Mở lại vụ này thì phần đã gõ vẫn còn.</translation>
    </message>
</context>
<context>
    <name>IncidentSteps</name>
    <message>
        <location filename="../../ui/cases/incident_steps.py" line="39"/>
        <source>Approved.</source>
        <translation>Đã duyệt.</translation>
    </message>
    <message>
        <location filename="../../ui/cases/incident_steps.py" line="41"/>
        <source>Submitted: it waits for the chief.</source>
        <translation>Đã trình: chờ trưởng đơn vị duyệt.</translation>
    </message>
    <message>
        <location filename="../../ui/cases/incident_steps.py" line="45"/>
        <source>Return the incident</source>
        <translation>Trả lại vụ việc</translation>
    </message>
    <message>
        <location filename="../../ui/cases/incident_steps.py" line="46"/>
        <source>Whoever wrote it reads the reason on top of the incident.</source>
        <translation>Người lập sẽ thấy lý do ngay đầu vụ việc.</translation>
    </message>
    <message>
        <location filename="../../ui/cases/incident_steps.py" line="47"/>
        <source>Return</source>
        <translation>Trả lại</translation>
    </message>
    <message>
        <location filename="../../ui/cases/incident_steps.py" line="51"/>
        <source>Closed.</source>
        <translation>Đã đóng.</translation>
    </message>
    <message>
        <location filename="../../ui/cases/incident_steps.py" line="54"/>
        <source>Reopen the incident</source>
        <translation>Mở lại vụ việc</translation>
    </message>
    <message>
        <location filename="../../ui/cases/incident_steps.py" line="55"/>
        <source>It can be written on again; its footage is held anew.</source>
        <translation>Vụ việc lại sửa được; hình ảnh được giữ lại từ đầu.</translation>
    </message>
    <message>
        <location filename="../../ui/cases/incident_steps.py" line="56"/>
        <source>Reopen</source>
        <translation>Mở lại</translation>
    </message>
    <message>
        <location filename="../../ui/cases/incident_steps.py" line="73"/>
        <source>Somebody changed it meanwhile. Look at it again, then go on.</source>
        <translation>Vừa có người sửa. Xem lại rồi làm tiếp.</translation>
    </message>
</context>
<context>
    <name>IncidentTable</name>
    <message>
        <location filename="../../ui/cases/list_table.py" line="156"/>
        <source>Number</source>
        <translation>Số</translation>
    </message>
    <message>
        <location filename="../../ui/cases/list_table.py" line="157"/>
        <source>Began</source>
        <translation>Xảy ra</translation>
    </message>
    <message>
        <location filename="../../ui/cases/list_table.py" line="158"/>
        <source>Title</source>
        <translation>Trích yếu</translation>
    </message>
    <message>
        <location filename="../../ui/cases/list_table.py" line="159"/>
        <source>Category</source>
        <translation>Loại vụ việc</translation>
    </message>
    <message>
        <location filename="../../ui/cases/list_table.py" line="160"/>
        <source>Place</source>
        <translation>Cụm</translation>
    </message>
    <message>
        <location filename="../../ui/cases/list_table.py" line="161"/>
        <source>State</source>
        <translation>Trạng thái</translation>
    </message>
    <message>
        <location filename="../../ui/cases/list_table.py" line="162"/>
        <source>Assigned to</source>
        <translation>Giao cho</translation>
    </message>
    <message>
        <location filename="../../ui/cases/list_table.py" line="163"/>
        <source>Due</source>
        <translation>Hạn</translation>
    </message>
    <message>
        <location filename="../../ui/cases/list_table.py" line="164"/>
        <source>So for</source>
        <translation>Đã được</translation>
    </message>
    <message>
        <location filename="../../ui/cases/list_table.py" line="207"/>
        <source>{title} · restricted: only officers who are named see it</source>
        <translation>{title} · hạn chế: chỉ cán bộ có tên mới thấy</translation>
    </message>
    <message>
        <location filename="../../ui/cases/list_table.py" line="210"/>
        <source>{state} since {time}</source>
        <translation>{state} từ {time}</translation>
    </message>
</context>
<context>
    <name>IntakeDialog</name>
    <message>
        <location filename="../../ui/exhibits/intake.py" line="46"/>
        <location filename="../../ui/exhibits/intake.py" line="95"/>
        <source>Take a file in</source>
        <translation>Nhận tệp vào</translation>
    </message>
    <message>
        <location filename="../../ui/exhibits/intake.py" line="53"/>
        <location filename="../../ui/exhibits/intake.py" line="110"/>
        <source>Note</source>
        <translation>Ghi chú</translation>
    </message>
    <message>
        <location filename="../../ui/exhibits/intake.py" line="70"/>
        <source>Given by</source>
        <translation>Người giao</translation>
    </message>
    <message>
        <location filename="../../ui/exhibits/intake.py" line="70"/>
        <source>name and address of whoever brought it</source>
        <translation>họ tên và địa chỉ người mang tệp đến</translation>
    </message>
    <message>
        <location filename="../../ui/exhibits/intake.py" line="73"/>
        <source>From which device</source>
        <translation>Từ thiết bị nào</translation>
    </message>
    <message>
        <location filename="../../ui/exhibits/intake.py" line="74"/>
        <source>such as: KBVision recorder of the shop, dash camera, telephone</source>
        <translation>ví dụ: đầu ghi KBVision của cửa hàng, camera hành trình, điện thoại</translation>
    </message>
    <message>
        <location filename="../../ui/exhibits/intake.py" line="78"/>
        <source>Begins, by the device&apos;s clock</source>
        <translation>Bắt đầu lúc, theo đồng hồ thiết bị</translation>
    </message>
    <message>
        <location filename="../../ui/exhibits/intake.py" line="79"/>
        <source>as the device shows it, such as 22/11/2026 22:05:12</source>
        <translation>đúng như thiết bị hiện, ví dụ 22/11/2026 22:05:12</translation>
    </message>
    <message>
        <location filename="../../ui/exhibits/intake.py" line="83"/>
        <source>Clock of the device, compared with the right time</source>
        <translation>Đồng hồ thiết bị so với giờ đúng</translation>
    </message>
    <message>
        <location filename="../../ui/exhibits/intake.py" line="84"/>
        <source>ahead: +5:12; behind: -1:02:03; right: 0; nothing if not compared</source>
        <translation>nhanh: +5:12; chậm: -1:02:03; đúng giờ: 0; chưa so thì để trống</translation>
    </message>
    <message>
        <location filename="../../ui/exhibits/intake.py" line="103"/>
        <source>The file is copied as it is and never changed; its hash is noted. The stick stays as it was.</source>
        <translation>Tệp được chép nguyên vẹn, không bao giờ bị sửa; mã băm được ghi lại. USB giữ nguyên như cũ.</translation>
    </message>
    <message>
        <location filename="../../ui/exhibits/intake.py" line="112"/>
        <source>Take it in</source>
        <translation>Nhận vào</translation>
    </message>
    <message>
        <location filename="../../ui/exhibits/intake.py" line="116"/>
        <source>Copy the file and keep it as an exhibit (Enter)</source>
        <translation>Chép tệp và lưu làm vật chứng (Enter)</translation>
    </message>
    <message>
        <location filename="../../ui/exhibits/intake.py" line="118"/>
        <source>Cancel</source>
        <translation>Huỷ</translation>
    </message>
    <message>
        <location filename="../../ui/exhibits/intake.py" line="119"/>
        <source>Close without keeping (Esc)</source>
        <translation>Đóng, không lưu (Esc)</translation>
    </message>
    <message>
        <location filename="../../ui/exhibits/intake.py" line="124"/>
        <source>* must be filled in</source>
        <translation>* phải điền</translation>
    </message>
    <message>
        <location filename="../../ui/exhibits/intake.py" line="150"/>
        <source>{name}, {size}</source>
        <translation>{name}, {size}</translation>
    </message>
    <message>
        <location filename="../../ui/exhibits/intake.py" line="154"/>
        <source>{said}. It will be kept as “{cleaned}”: its name holds signs that cannot be kept.</source>
        <translation>{said}. Tệp sẽ được lưu với tên “{cleaned}”, vì tên cũ có ký tự không dùng được.</translation>
    </message>
    <message>
        <location filename="../../ui/exhibits/intake.py" line="170"/>
        <source>So {offset}</source>
        <translation>Vậy {offset}</translation>
    </message>
    <message>
        <location filename="../../ui/exhibits/intake.py" line="173"/>
        <source>{said}, and the file begins at {time} station time.</source>
        <translation>{said}, và tệp bắt đầu lúc {time} theo giờ trạm.</translation>
    </message>
</context>
<context>
    <name>JoinDialog</name>
    <message>
        <location filename="../../ui/cases/find_dialogs.py" line="101"/>
        <source>Add to a case</source>
        <translation>Đưa vào vụ việc</translation>
    </message>
    <message>
        <location filename="../../ui/cases/find_dialogs.py" line="102"/>
        <source>Add</source>
        <translation>Đưa vào</translation>
    </message>
    <message>
        <location filename="../../ui/cases/find_dialogs.py" line="108"/>
        <source>Bookmarks to add: {count}</source>
        <translation>Số dấu mốc đưa vào: {count}</translation>
    </message>
    <message>
        <location filename="../../ui/cases/find_dialogs.py" line="111"/>
        <source>Cases that are still written on</source>
        <translation>Các vụ việc còn đang ghi</translation>
    </message>
    <message>
        <location filename="../../ui/cases/find_dialogs.py" line="117"/>
        <source>Number or words of its title</source>
        <translation>Số hoặc chữ trong tên vụ việc</translation>
    </message>
    <message>
        <location filename="../../ui/cases/find_dialogs.py" line="118"/>
        <source>Find a case</source>
        <translation>Tìm vụ việc</translation>
    </message>
    <message>
        <location filename="../../ui/cases/find_dialogs.py" line="154"/>
        <source>No case that is still written on fits.</source>
        <translation>Không có vụ việc nào còn đang ghi phù hợp.</translation>
    </message>
</context>
<context>
    <name>KeysStep</name>
    <message>
        <location filename="../../ui/first_run/steps.py" line="193"/>
        <source>The key to the cameras&apos; passwords</source>
        <translation>Khoá giữ mật khẩu camera</translation>
    </message>
    <message>
        <location filename="../../ui/first_run/steps.py" line="194"/>
        <source>They lie on this PC under a key. Who keeps it?</source>
        <translation>Mật khẩu camera nằm trên máy này, được khoá lại. Ai giữ chìa khoá?</translation>
    </message>
    <message>
        <location filename="../../ui/first_run/steps.py" line="199"/>
        <source>This PC&apos;s keystore</source>
        <translation>Kho khoá của máy này</translation>
    </message>
    <message>
        <location filename="../../ui/first_run/steps.py" line="204"/>
        <source>This PC itself, unattended</source>
        <translation>Chính máy này, không cần người trực</translation>
    </message>
    <message>
        <location filename="../../ui/first_run/steps.py" line="206"/>
        <source>Cameras connect after a power cut with nobody there. Whoever takes the whole PC or its disk has the passwords.</source>
        <translation>Camera tự kết nối lại sau khi mất điện dù không có ai. Ai lấy được cả máy hoặc ổ đĩa thì có mật khẩu.</translation>
    </message>
    <message>
        <location filename="../../ui/first_run/steps.py" line="212"/>
        <source>A passphrase</source>
        <translation>Cụm mật khẩu</translation>
    </message>
    <message>
        <location filename="../../ui/first_run/steps.py" line="214"/>
        <source>Safest if the PC is stolen. After every start the wall stays dark until somebody types it.</source>
        <translation>An toàn nhất nếu máy bị mất cắp. Mỗi lần khởi động, tường camera tối cho đến khi có người nhập.</translation>
    </message>
    <message>
        <location filename="../../ui/first_run/steps.py" line="221"/>
        <source>Passphrase, 15 characters or more</source>
        <translation>Cụm mật khẩu, từ 15 ký tự</translation>
    </message>
    <message>
        <location filename="../../ui/first_run/steps.py" line="222"/>
        <source>The passphrase once more</source>
        <translation>Nhập lại cụm mật khẩu</translation>
    </message>
    <message>
        <location filename="../../ui/first_run/steps.py" line="235"/>
        <source>Opens when the PC&apos;s user logs in. Whoever can log in as him can read them.</source>
        <translation>Mở khi người dùng đăng nhập máy. Ai đăng nhập được máy bằng tài khoản đó thì đọc được.</translation>
    </message>
    <message>
        <location filename="../../ui/first_run/steps.py" line="237"/>
        <source>This PC has no keystore that can be trusted.</source>
        <translation>Máy này không có kho khoá đáng tin cậy.</translation>
    </message>
</context>
<context>
    <name>LargeStills</name>
    <message>
        <location filename="../../ui/review/finding/halving_over.py" line="94"/>
        <source>There is no picture of this moment. S asks about another.</source>
        <translation>Không có hình của lúc này. Bấm S để hỏi bằng hình khác.</translation>
    </message>
    <message>
        <location filename="../../ui/review/finding/halving_over.py" line="96"/>
        <source>Fetching the picture…</source>
        <translation>Đang lấy hình…</translation>
    </message>
</context>
<context>
    <name>Leaps</name>
    <message>
        <location filename="../../ui/review/leaps.py" line="45"/>
        <source>Choose a camera first.</source>
        <translation>Hãy chọn camera trước.</translation>
    </message>
    <message>
        <location filename="../../ui/review/leaps.py" line="51"/>
        <source>There is no later footage of these cameras.</source>
        <translation>Các camera này không còn hình ghi nào về sau.</translation>
    </message>
    <message>
        <location filename="../../ui/review/leaps.py" line="56"/>
        <source>There is no earlier footage of these cameras.</source>
        <translation>Các camera này không còn hình ghi nào về trước.</translation>
    </message>
    <message>
        <location filename="../../ui/review/leaps.py" line="66"/>
        <source>There is no footage of these cameras on {day}.</source>
        <translation>Không có hình ghi của các camera này ngày {day}.</translation>
    </message>
    <message>
        <location filename="../../ui/review/leaps.py" line="82"/>
        <source>There is no footage of these cameras.</source>
        <translation>Các camera này không có hình ghi nào.</translation>
    </message>
</context>
<context>
    <name>LinksSection</name>
    <message>
        <location filename="../../ui/cases/sections/links.py" line="46"/>
        <source>No other case is linked with this one. Ins links one by its number or by words: the same offender, the same vehicle, the same place.</source>
        <translation>Chưa liên kết với vụ việc nào. Bấm Ins để liên kết theo số hoặc lời ghi: cùng đối tượng, cùng xe, cùng địa điểm.</translation>
    </message>
    <message>
        <location filename="../../ui/cases/sections/links.py" line="59"/>
        <source>Linked</source>
        <translation>Liên quan</translation>
    </message>
    <message>
        <location filename="../../ui/cases/sections/links.py" line="97"/>
        <source>Link with which case?</source>
        <translation>Liên kết với vụ việc nào?</translation>
    </message>
    <message>
        <location filename="../../ui/cases/sections/links.py" line="97"/>
        <source>Link it</source>
        <translation>Liên kết</translation>
    </message>
</context>
<context>
    <name>ListFace</name>
    <message>
        <location filename="../../ui/exhibits/listing.py" line="57"/>
        <source>Files from outside</source>
        <translation>Tệp ngoài</translation>
    </message>
    <message>
        <location filename="../../ui/exhibits/listing.py" line="68"/>
        <source>Find: file, giver, device, note</source>
        <translation>Tìm: tệp, người giao, thiết bị</translation>
    </message>
    <message>
        <location filename="../../ui/exhibits/listing.py" line="115"/>
        <source>Files that were taken in</source>
        <translation>Các tệp đã nhận</translation>
    </message>
    <message>
        <location filename="../../ui/exhibits/listing.py" line="207"/>
        <source>{count} files</source>
        <translation>{count} tệp</translation>
    </message>
    <message>
        <location filename="../../ui/exhibits/listing.py" line="210"/>
        <source>No file fits</source>
        <translation>Không có tệp nào khớp</translation>
    </message>
    <message>
        <location filename="../../ui/exhibits/listing.py" line="210"/>
        <source>Type something else, or Esc for all of them.</source>
        <translation>Gõ chữ khác, hoặc bấm Esc để xem tất cả.</translation>
    </message>
    <message>
        <location filename="../../ui/exhibits/listing.py" line="214"/>
        <source>No file was taken in yet</source>
        <translation>Chưa nhận tệp nào</translation>
    </message>
    <message>
        <location filename="../../ui/exhibits/listing.py" line="216"/>
        <source>Somebody brings a film on a stick? Ctrl+O opens it; it is played from the stick before anything is kept.</source>
        <translation>Có người mang hình đến bằng USB? Bấm Ctrl+O để mở; hình được xem thẳng từ USB, chưa lưu gì cả.</translation>
    </message>
</context>
<context>
    <name>LogTable</name>
    <message>
        <location filename="../../ui/audit/table.py" line="112"/>
        <source>Time</source>
        <translation>Thời điểm</translation>
    </message>
    <message>
        <location filename="../../ui/audit/table.py" line="112"/>
        <source>Who</source>
        <translation>Ai</translation>
    </message>
    <message>
        <location filename="../../ui/audit/table.py" line="112"/>
        <source>What</source>
        <translation>Việc</translation>
    </message>
    <message>
        <location filename="../../ui/audit/table.py" line="112"/>
        <source>Of what</source>
        <translation>Đối tượng, chi tiết</translation>
    </message>
</context>
<context>
    <name>LogoField</name>
    <message>
        <location filename="../../ui/settings/logo.py" line="31"/>
        <source>Logo</source>
        <translation>Biểu trưng</translation>
    </message>
    <message>
        <location filename="../../ui/settings/logo.py" line="36"/>
        <source>Choose a picture…</source>
        <translation>Chọn ảnh…</translation>
    </message>
    <message>
        <location filename="../../ui/settings/logo.py" line="38"/>
        <source>Choose a PNG or JPEG file</source>
        <translation>Chọn tệp PNG hoặc JPEG</translation>
    </message>
    <message>
        <location filename="../../ui/settings/logo.py" line="40"/>
        <source>No logo</source>
        <translation>Bỏ biểu trưng</translation>
    </message>
    <message>
        <location filename="../../ui/settings/logo.py" line="42"/>
        <source>Take the logo away</source>
        <translation>Không dùng biểu trưng nữa</translation>
    </message>
    <message>
        <location filename="../../ui/settings/logo.py" line="84"/>
        <source>none</source>
        <translation>chưa có</translation>
    </message>
    <message>
        <location filename="../../ui/settings/logo.py" line="97"/>
        <source>PNG or JPEG, up to 1024 pixels and 256 KiB; heads papers</source>
        <translation>PNG hoặc JPEG, tối đa 1024 điểm ảnh và 256 KiB; in ở đầu văn bản</translation>
    </message>
    <message>
        <location filename="../../ui/settings/logo.py" line="126"/>
        <source>Choose a logo</source>
        <translation>Chọn biểu trưng</translation>
    </message>
    <message>
        <location filename="../../ui/settings/logo.py" line="126"/>
        <source>Pictures (*.png *.jpg *.jpeg)</source>
        <translation>Ảnh (*.png *.jpg *.jpeg)</translation>
    </message>
    <message>
        <location filename="../../ui/settings/logo.py" line="134"/>
        <source>This file cannot be read. Choose another one.</source>
        <translation>Không đọc được tệp này. Chọn tệp khác.</translation>
    </message>
</context>
<context>
    <name>LostDialog</name>
    <message>
        <location filename="../../ui/recording/volume_change.py" line="114"/>
        <source>{size} of footage</source>
        <translation>{size} hình ghi</translation>
    </message>
    <message>
        <location filename="../../ui/recording/volume_change.py" line="114"/>
        <source>all its footage</source>
        <translation>toàn bộ hình trên ổ này</translation>
    </message>
    <message>
        <location filename="../../ui/recording/volume_change.py" line="117"/>
        <source>Give up the disk of {folder}</source>
        <translation>Bỏ ổ đĩa của {folder}</translation>
    </message>
    <message>
        <location filename="../../ui/recording/volume_change.py" line="119"/>
        <source>Only for a disk that will never come back: stolen, broken, taken away.

Lost with it: {lost}, what is held included. The timeline will say so, and the log names you. Nothing on any disk is touched.

Is it only unplugged or without power? Then leave it: it is found again by itself.</source>
        <translation>Chỉ dành cho ổ đĩa không bao giờ trở lại: bị mất cắp, hỏng, đã mang đi.

Mất theo ổ: {lost}, kể cả hình đang lưu giữ. Dòng thời gian sẽ ghi rõ điều đó, nhật ký ghi tên đồng chí. Không đụng đến dữ liệu trên bất kỳ ổ nào.

Nếu ổ chỉ bị rút ra hoặc mất điện thì để nguyên: cắm lại là tự nhận ra.</translation>
    </message>
    <message>
        <location filename="../../ui/recording/volume_change.py" line="124"/>
        <source>Give this disk up</source>
        <translation>Bỏ ổ đĩa này</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <location filename="../../ui/main_window.py" line="370"/>
        <source>This station has no administrator yet: whoever sits here may do everything. The assistant asks again at the next start.</source>
        <translation>Trạm chưa có quản trị: ai ngồi đây cũng làm được mọi việc. Lần mở sau sẽ hỏi lại.</translation>
    </message>
</context>
<context>
    <name>MaskCanvas</name>
    <message>
        <location filename="../../ui/evidence/mask_canvas.py" line="47"/>
        <source>Picture to mask</source>
        <translation>Hình để vẽ vùng che</translation>
    </message>
</context>
<context>
    <name>MaskEditor</name>
    <message>
        <location filename="../../ui/evidence/mask_editor.py" line="133"/>
        <source>Masks of the viewing copy</source>
        <translation>Vùng che trên bản xem</translation>
    </message>
</context>
<context>
    <name>MaskPanel</name>
    <message>
        <location filename="../../ui/evidence/mask_panel.py" line="45"/>
        <source>Masks</source>
        <translation>Vùng che</translation>
    </message>
    <message>
        <location filename="../../ui/evidence/mask_panel.py" line="49"/>
        <source>Masks of this camera</source>
        <translation>Vùng che của camera này</translation>
    </message>
    <message>
        <location filename="../../ui/evidence/mask_panel.py" line="50"/>
        <source>Why it is masked (no names)</source>
        <translation>Vì sao che (không ghi tên người)</translation>
    </message>
    <message>
        <location filename="../../ui/evidence/mask_panel.py" line="56"/>
        <source>Such as: passer-by who is not concerned</source>
        <translation>Ví dụ: người đi đường không liên quan</translation>
    </message>
</context>
<context>
    <name>MediumChoice</name>
    <message>
        <location filename="../../ui/evidence/medium_choice.py" line="116"/>
        <source>Into which folder?</source>
        <translation>Ghi vào thư mục nào?</translation>
    </message>
    <message>
        <location filename="../../ui/evidence/medium_choice.py" line="179"/>
        <source>Looking for media…</source>
        <translation>Đang tìm thiết bị lưu trữ…</translation>
    </message>
    <message>
        <location filename="../../ui/evidence/medium_choice.py" line="181"/>
        <source>No medium is plugged in. Plug one in, it is found by itself.</source>
        <translation>Chưa cắm USB nào. Cắm vào là máy tự thấy.</translation>
    </message>
    <message>
        <location filename="../../ui/evidence/medium_choice.py" line="185"/>
        <source>{name}
{free} free of {size} · {system} · serial {serial}</source>
        <translation>{name}
còn trống {free} / {size} · {system} · số sê-ri {serial}</translation>
    </message>
    <message>
        <location filename="../../ui/evidence/medium_choice.py" line="187"/>
        <source>{name} – too little room
{free} free of {size} · {system}</source>
        <translation>{name} – không đủ chỗ
còn trống {free} / {size} · {system}</translation>
    </message>
    <message>
        <location filename="../../ui/evidence/medium_choice.py" line="193"/>
        <source>none</source>
        <translation>không có</translation>
    </message>
</context>
<context>
    <name>MemberDialog</name>
    <message>
        <location filename="../../ui/people/dialogs.py" line="80"/>
        <source>Full name</source>
        <translation>Họ và tên</translation>
    </message>
    <message>
        <location filename="../../ui/people/dialogs.py" line="85"/>
        <source>Role</source>
        <translation>Chức danh</translation>
    </message>
    <message>
        <location filename="../../ui/people/dialogs.py" line="89"/>
        <source>Team</source>
        <translation>Tổ</translation>
    </message>
    <message>
        <location filename="../../ui/people/dialogs.py" line="92"/>
        <source>such as 0912 345 678; nothing: there is none, and he is called last</source>
        <translation>ví dụ 0912 345 678; để trống nếu không có số, người đó xếp cuối danh sách gọi</translation>
    </message>
    <message>
        <location filename="../../ui/people/dialogs.py" line="93"/>
        <source>Phone</source>
        <translation>Điện thoại</translation>
    </message>
</context>
<context>
    <name>MemberTable</name>
    <message>
        <location filename="../../ui/people/members_table.py" line="118"/>
        <source>Retired</source>
        <translation>Đã nghỉ</translation>
    </message>
    <message>
        <location filename="../../ui/people/members_table.py" line="118"/>
        <source>Is called</source>
        <translation>Đang làm</translation>
    </message>
    <message>
        <location filename="../../ui/people/members_table.py" line="124"/>
        <source>Team</source>
        <translation>Tổ</translation>
    </message>
    <message>
        <location filename="../../ui/people/members_table.py" line="125"/>
        <source>Role</source>
        <translation>Chức danh</translation>
    </message>
    <message>
        <location filename="../../ui/people/members_table.py" line="126"/>
        <source>Name</source>
        <translation>Họ và tên</translation>
    </message>
    <message>
        <location filename="../../ui/people/members_table.py" line="127"/>
        <source>Phone</source>
        <translation>Điện thoại</translation>
    </message>
    <message>
        <location filename="../../ui/people/members_table.py" line="128"/>
        <source>State</source>
        <translation>Tình trạng</translation>
    </message>
</context>
<context>
    <name>MembersPage</name>
    <message>
        <location filename="../../ui/people/members_page.py" line="84"/>
        <location filename="../../ui/people/members_page.py" line="148"/>
        <source>Members of the teams</source>
        <translation>Tổ viên các tổ tự quản</translation>
    </message>
    <message>
        <location filename="../../ui/people/members_page.py" line="91"/>
        <source>Find by name, role, number, team…</source>
        <translation>Tìm theo tên, chức danh, số, tổ…</translation>
    </message>
    <message>
        <location filename="../../ui/people/members_page.py" line="100"/>
        <location filename="../../ui/people/members_page.py" line="101"/>
        <source>Show one team</source>
        <translation>Chỉ xem một tổ</translation>
    </message>
    <message>
        <location filename="../../ui/people/members_page.py" line="103"/>
        <location filename="../../ui/people/members_page.py" line="177"/>
        <source>All teams</source>
        <translation>Mọi tổ</translation>
    </message>
    <message>
        <location filename="../../ui/people/members_page.py" line="260"/>
        <source>Erase {name}</source>
        <translation>Xoá {name}</translation>
    </message>
    <message>
        <location filename="../../ui/people/members_page.py" line="262"/>
        <source>Name and number are removed from this station for good; calls that were logged go on with &quot;erased&quot; in their place. Notes on calls stay as they were written, and backups made before still hold the name.</source>
        <translation>Họ tên và số điện thoại bị xoá hẳn khỏi trạm này; các cuộc gọi đã ghi vẫn còn, thay tên bằng “đã xoá”. Ghi chú của cuộc gọi giữ nguyên như đã viết, và các bản sao lưu cũ vẫn còn tên.</translation>
    </message>
    <message>
        <location filename="../../ui/people/members_page.py" line="266"/>
        <source>Erase {name} for good</source>
        <translation>Xoá hẳn {name}</translation>
    </message>
    <message>
        <location filename="../../ui/people/members_page.py" line="307"/>
        <source>Call again</source>
        <translation>Nhận lại</translation>
    </message>
    <message>
        <location filename="../../ui/people/members_page.py" line="313"/>
        <source>{count} members</source>
        <translation>{count} tổ viên</translation>
    </message>
    <message>
        <location filename="../../ui/people/members_page.py" line="315"/>
        <source>{shown} of {count} members</source>
        <translation>{shown} trong {count} tổ viên</translation>
    </message>
    <message>
        <location filename="../../ui/people/members_page.py" line="317"/>
        <source>{words} · {clusters} clusters without a team</source>
        <translation>{words} · {clusters} cụm chưa có tổ</translation>
    </message>
    <message>
        <location filename="../../ui/people/members_page.py" line="325"/>
        <source>There is no team yet</source>
        <translation>Chưa có tổ tự quản nào</translation>
    </message>
    <message>
        <location filename="../../ui/people/members_page.py" line="327"/>
        <source>The administrator gives a cluster its team (F8), or imports a list of cameras in which the teams stand.</source>
        <translation>Quản trị giao cụm cho một tổ mới (F8), hoặc nhập danh sách camera có cột tổ.</translation>
    </message>
    <message>
        <location filename="../../ui/people/members_page.py" line="333"/>
        <source>No member fits this</source>
        <translation>Không có tổ viên nào khớp</translation>
    </message>
    <message>
        <location filename="../../ui/people/members_page.py" line="334"/>
        <source>Esc takes the search away and shows everyone again.</source>
        <translation>Bấm Esc để bỏ tìm và xem lại tất cả.</translation>
    </message>
    <message>
        <location filename="../../ui/people/members_page.py" line="336"/>
        <source>The chief or the administrator adds them: Ins.</source>
        <translation>Trưởng đơn vị hoặc quản trị thêm tổ viên: Ins.</translation>
    </message>
    <message>
        <location filename="../../ui/people/members_page.py" line="338"/>
        <source>This team has no members yet</source>
        <translation>Tổ này chưa có tổ viên nào</translation>
    </message>
    <message>
        <location filename="../../ui/people/members_page.py" line="339"/>
        <source>The teams have no members yet</source>
        <translation>Các tổ chưa có tổ viên nào</translation>
    </message>
</context>
<context>
    <name>MendDialog</name>
    <message>
        <location filename="../../ui/cases/sections/bookmark_dialogs.py" line="141"/>
        <source>Type the first letters, then Enter</source>
        <translation>Gõ vài chữ đầu rồi Enter</translation>
    </message>
    <message>
        <location filename="../../ui/cases/sections/bookmark_dialogs.py" line="148"/>
        <source>Category</source>
        <translation>Loại vụ việc</translation>
    </message>
    <message>
        <location filename="../../ui/cases/sections/bookmark_dialogs.py" line="151"/>
        <source>Note</source>
        <translation>Ghi chú</translation>
    </message>
</context>
<context>
    <name>Moments</name>
    <message>
        <location filename="../../ui/bookmarks/hook.py" line="171"/>
        <source>Bookmarked: {camera}, {time}</source>
        <translation>Đã đánh dấu: {camera}, {time}</translation>
    </message>
    <message>
        <location filename="../../ui/bookmarks/hook.py" line="182"/>
        <source>Taken back: {camera}, {time}</source>
        <translation>Đã bỏ dấu mốc: {camera}, {time}</translation>
    </message>
    <message>
        <location filename="../../ui/bookmarks/hook.py" line="197"/>
        <source>{action}: {count}</source>
        <translation>{action}: {count}</translation>
    </message>
</context>
<context>
    <name>MorningPage</name>
    <message>
        <location filename="../../ui/cases/morning_page.py" line="92"/>
        <source>Cases of the last 24 hours</source>
        <translation>Vụ việc 24 giờ qua</translation>
    </message>
    <message>
        <location filename="../../ui/cases/morning_page.py" line="97"/>
        <source>Open cases</source>
        <translation>Vụ việc chưa xong</translation>
    </message>
    <message>
        <location filename="../../ui/cases/morning_page.py" line="115"/>
        <source>No case began in these 24 hours</source>
        <translation>24 giờ qua không có vụ việc nào</translation>
    </message>
    <message>
        <location filename="../../ui/cases/morning_page.py" line="116"/>
        <source>Every camera had a picture</source>
        <translation>Mọi camera đều có hình</translation>
    </message>
    <message>
        <location filename="../../ui/cases/morning_page.py" line="117"/>
        <source>No case is open</source>
        <translation>Không còn vụ việc nào chưa xong</translation>
    </message>
    <message>
        <location filename="../../ui/cases/morning_page.py" line="206"/>
        <source>Nothing below is a figure yet. F5 reads it again.</source>
        <translation>Các bảng dưới đây chưa có số liệu. F5 đọc lại.</translation>
    </message>
    <message>
        <location filename="../../ui/cases/morning_page.py" line="207"/>
        <source>This morning could not be read</source>
        <translation>Chưa đọc được tình hình sáng nay</translation>
    </message>
    <message>
        <location filename="../../ui/cases/morning_page.py" line="211"/>
        <source>Reading…</source>
        <translation>Đang đọc…</translation>
    </message>
    <message>
        <location filename="../../ui/cases/morning_page.py" line="282"/>
        <source>{count} cases wait for approval</source>
        <translation>{count} vụ chờ duyệt</translation>
    </message>
    <message>
        <location filename="../../ui/cases/morning_page.py" line="284"/>
        <source>{count} open cases are overdue</source>
        <translation>{count} vụ quá hạn</translation>
    </message>
    <message>
        <location filename="../../ui/cases/morning_page.py" line="286"/>
        <source>{count} cameras were blind, the longest {camera}: {length}</source>
        <translation>{count} camera mất hình, lâu nhất {camera}: {length}</translation>
    </message>
    <message>
        <location filename="../../ui/cases/morning_page.py" line="294"/>
        <source>This needs you</source>
        <translation>Cần xem ngay</translation>
    </message>
    <message>
        <location filename="../../ui/cases/morning_page.py" line="294"/>
        <source>A quiet night</source>
        <translation>Đêm yên</translation>
    </message>
    <message>
        <location filename="../../ui/cases/morning_page.py" line="295"/>
        <source>{count} new cases</source>
        <translation>{count} vụ mới</translation>
    </message>
    <message>
        <location filename="../../ui/cases/morning_page.py" line="295"/>
        <source>no new case</source>
        <translation>không có vụ mới</translation>
    </message>
    <message>
        <location filename="../../ui/cases/morning_page.py" line="296"/>
        <source>{cases}; every camera had a picture, nothing is overdue.</source>
        <translation>{cases}; không camera nào mất hình lâu, không vụ nào quá hạn.</translation>
    </message>
    <message>
        <location filename="../../ui/cases/morning_page.py" line="299"/>
        <source>Cases by team and category: {count}</source>
        <translation>Vụ việc theo tổ và loại: {count}</translation>
    </message>
    <message>
        <location filename="../../ui/cases/morning_page.py" line="301"/>
        <source>Cameras without a picture: {count}</source>
        <translation>Camera mất hình: {count}</translation>
    </message>
    <message>
        <location filename="../../ui/cases/morning_page.py" line="304"/>
        <source>Open cases: {count}, the oldest first</source>
        <translation>Vụ việc chưa xong: {count}, lâu nhất trước</translation>
    </message>
    <message>
        <location filename="../../ui/cases/morning_page.py" line="306"/>
        <source>Open cases: {count}, the oldest {most} first</source>
        <translation>Vụ việc chưa xong: {count}, hiện {most} vụ lâu nhất</translation>
    </message>
</context>
<context>
    <name>NamePicker</name>
    <message>
        <location filename="../../ui/access/names.py" line="29"/>
        <source>Officer</source>
        <translation>Cán bộ</translation>
    </message>
    <message>
        <location filename="../../ui/access/names.py" line="34"/>
        <source>Type a name, or choose with ↑ ↓</source>
        <translation>Gõ tên, hoặc chọn bằng ↑ ↓</translation>
    </message>
    <message>
        <location filename="../../ui/access/names.py" line="40"/>
        <source>Officers of this station</source>
        <translation>Cán bộ của trạm</translation>
    </message>
    <message>
        <location filename="../../ui/access/names.py" line="44"/>
        <source>Nobody here has such a name.</source>
        <translation>Không có cán bộ nào tên như vậy.</translation>
    </message>
</context>
<context>
    <name>NamedCard</name>
    <message>
        <location filename="../../ui/access/named.py" line="59"/>
        <source>Choose your name first.</source>
        <translation>Hãy chọn tên của đồng chí trước.</translation>
    </message>
</context>
<context>
    <name>NarrowDialog</name>
    <message>
        <location filename="../../ui/requests/narrow_dialog.py" line="66"/>
        <source>Untick what is not allowed, and shorten times as they are typed: 22h05 - 22h10. Nothing can be added. Whoever asked reads the reason.</source>
        <translation>Bỏ dấu chọn ở camera không cho phép, rút ngắn thời gian bằng cách gõ lại: 22h05 - 22h10. Không thêm được gì. Người lập phiếu sẽ đọc lý do.</translation>
    </message>
    <message>
        <location filename="../../ui/requests/narrow_dialog.py" line="90"/>
        <location filename="../../ui/requests/narrow_dialog.py" line="93"/>
        <source>Reason</source>
        <translation>Lý do</translation>
    </message>
    <message>
        <location filename="../../ui/requests/narrow_dialog.py" line="103"/>
        <source>Approve this part (Ctrl+Enter)</source>
        <translation>Duyệt phần này (Ctrl+Enter)</translation>
    </message>
</context>
<context>
    <name>NewIncidentDialog</name>
    <message>
        <location filename="../../ui/cases/new_dialog.py" line="96"/>
        <source>What it is about, in one line</source>
        <translation>Việc gì, trong một dòng</translation>
    </message>
    <message>
        <location filename="../../ui/cases/new_dialog.py" line="99"/>
        <source>no names of persons: they have a place of their own in the case</source>
        <translation>không ghi tên người: trong vụ việc có chỗ riêng</translation>
    </message>
    <message>
        <location filename="../../ui/cases/new_dialog.py" line="104"/>
        <source>Category</source>
        <translation>Loại vụ việc</translation>
    </message>
    <message>
        <location filename="../../ui/cases/new_dialog.py" line="105"/>
        <source>Type the first letters, then Enter</source>
        <translation>Gõ vài chữ đầu rồi Enter</translation>
    </message>
    <message>
        <location filename="../../ui/cases/new_dialog.py" line="111"/>
        <source>Cases of this category are restricted: the chiefs and you see this one, nobody else. Others are named in it later.</source>
        <translation>Loại này là vụ việc hạn chế: chỉ lãnh đạo và bạn nhìn thấy. Người khác được nêu tên sau.</translation>
    </message>
    <message>
        <location filename="../../ui/cases/new_dialog.py" line="120"/>
        <source>Type a part of its name, then Enter</source>
        <translation>Gõ một phần tên rồi Enter</translation>
    </message>
    <message>
        <location filename="../../ui/cases/new_dialog.py" line="122"/>
        <source>Cluster</source>
        <translation>Cụm camera</translation>
    </message>
    <message>
        <location filename="../../ui/cases/new_dialog.py" line="126"/>
        <source>When it began</source>
        <translation>Xảy ra lúc nào</translation>
    </message>
    <message>
        <location filename="../../ui/cases/new_dialog.py" line="129"/>
        <source>such as: 22h, yesterday 22h05, 23/11 6h30</source>
        <translation>như: 22h, hôm qua 22h05, 23/11 6h30</translation>
    </message>
    <message>
        <location filename="../../ui/cases/new_dialog.py" line="229"/>
        <source>From {count} bookmarks: {times}</source>
        <translation>Từ {count} dấu mốc: {times}</translation>
    </message>
    <message>
        <location filename="../../ui/cases/new_dialog.py" line="231"/>
        <source>From {count} bookmarks: {times}…</source>
        <translation>Từ {count} dấu mốc: {times}…</translation>
    </message>
</context>
<context>
    <name>NewPassword</name>
    <message>
        <location filename="../../ui/access/new_password.py" line="26"/>
        <source>At least 8 characters, 15 are better: a few words that only you put together.</source>
        <translation>Ít nhất 8 ký tự, nên từ 15: ghép vài từ của riêng mình.</translation>
    </message>
    <message>
        <location filename="../../ui/access/new_password.py" line="28"/>
        <source>New password</source>
        <translation>Mật khẩu mới</translation>
    </message>
    <message>
        <location filename="../../ui/access/new_password.py" line="29"/>
        <source>The same once more</source>
        <translation>Nhập lại mật khẩu mới</translation>
    </message>
</context>
<context>
    <name>NewPasswordCard</name>
    <message>
        <location filename="../../ui/access/sign_in.py" line="124"/>
        <source>Choose your own password</source>
        <translation>Đặt mật khẩu riêng</translation>
    </message>
    <message>
        <location filename="../../ui/access/sign_in.py" line="125"/>
        <source>Keep and go on</source>
        <translation>Lưu và tiếp tục</translation>
    </message>
    <message>
        <location filename="../../ui/access/sign_in.py" line="125"/>
        <source>Keep this password (Enter)</source>
        <translation>Lưu mật khẩu này (Enter)</translation>
    </message>
    <message>
        <location filename="../../ui/access/sign_in.py" line="131"/>
        <source>{name}, the password that you were given is good for this once.</source>
        <translation>{name}: mật khẩu được cấp chỉ dùng lần này.</translation>
    </message>
    <message>
        <location filename="../../ui/access/sign_in.py" line="140"/>
        <source>Another officer</source>
        <translation>Cán bộ khác</translation>
    </message>
    <message>
        <location filename="../../ui/access/sign_in.py" line="140"/>
        <source>Sign out again; nothing is changed</source>
        <translation>Đăng xuất, không thay đổi gì</translation>
    </message>
</context>
<context>
    <name>NoteLine</name>
    <message>
        <location filename="../../ui/bookmarks/note.py" line="34"/>
        <source>Note</source>
        <translation>Ghi chú</translation>
    </message>
    <message>
        <location filename="../../ui/bookmarks/note.py" line="35"/>
        <source>A line: code, place, words…</source>
        <translation>Một dòng: mã tắt, địa điểm, nội dung…</translation>
    </message>
    <message>
        <location filename="../../ui/bookmarks/note.py" line="36"/>
        <source>Codes become sentences: Tab takes the first one offered</source>
        <translation>Mã tắt thành câu đầy đủ: Tab lấy gợi ý đầu tiên</translation>
    </message>
    <message>
        <location filename="../../ui/bookmarks/note.py" line="39"/>
        <source>What may complete the note</source>
        <translation>Gợi ý cho ghi chú</translation>
    </message>
</context>
<context>
    <name>NoticeBar</name>
    <message>
        <location filename="../../ui/strips.py" line="170"/>
        <source>Read</source>
        <translation>Đã đọc</translation>
    </message>
    <message>
        <location filename="../../ui/strips.py" line="172"/>
        <location filename="../../ui/strips.py" line="173"/>
        <source>Close this notice</source>
        <translation>Đóng thông báo này</translation>
    </message>
</context>
<context>
    <name>OfficerDialog</name>
    <message>
        <location filename="../../ui/access/officer_dialog.py" line="76"/>
        <source>Add an officer</source>
        <translation>Thêm cán bộ</translation>
    </message>
    <message>
        <location filename="../../ui/access/officer_dialog.py" line="76"/>
        <source>Change an officer</source>
        <translation>Sửa cán bộ</translation>
    </message>
    <message>
        <location filename="../../ui/access/officer_dialog.py" line="81"/>
        <source>Name</source>
        <translation>Họ tên</translation>
    </message>
    <message>
        <location filename="../../ui/access/officer_dialog.py" line="86"/>
        <source>Role</source>
        <translation>Vai trò</translation>
    </message>
    <message>
        <location filename="../../ui/access/officer_dialog.py" line="105"/>
        <source>Teams whose cameras he has to do with (none chosen: all)</source>
        <translation>Tổ có camera do cán bộ phụ trách (không chọn: tất cả)</translation>
    </message>
    <message>
        <location filename="../../ui/access/officer_dialog.py" line="110"/>
        <source>Space chooses a team</source>
        <translation>Phím cách để chọn một tổ</translation>
    </message>
    <message>
        <location filename="../../ui/access/officer_dialog.py" line="125"/>
        <source>Add officer</source>
        <translation>Thêm cán bộ</translation>
    </message>
    <message>
        <location filename="../../ui/access/officer_dialog.py" line="125"/>
        <source>Keep</source>
        <translation>Lưu</translation>
    </message>
    <message>
        <location filename="../../ui/access/officer_dialog.py" line="129"/>
        <source>Keep this officer (Enter)</source>
        <translation>Lưu cán bộ này (Enter)</translation>
    </message>
    <message>
        <location filename="../../ui/access/officer_dialog.py" line="131"/>
        <source>Cancel</source>
        <translation>Huỷ</translation>
    </message>
    <message>
        <location filename="../../ui/access/officer_dialog.py" line="132"/>
        <source>Close without keeping (Esc)</source>
        <translation>Đóng, không lưu (Esc)</translation>
    </message>
</context>
<context>
    <name>OfficerTable</name>
    <message>
        <location filename="../../ui/access/officers_table.py" line="54"/>
        <source>All teams</source>
        <translation>Tất cả các tổ</translation>
    </message>
    <message>
        <location filename="../../ui/access/officers_table.py" line="83"/>
        <source>Name</source>
        <translation>Họ tên</translation>
    </message>
    <message>
        <location filename="../../ui/access/officers_table.py" line="83"/>
        <source>Role</source>
        <translation>Vai trò</translation>
    </message>
    <message>
        <location filename="../../ui/access/officers_table.py" line="83"/>
        <source>Teams</source>
        <translation>Tổ phụ trách</translation>
    </message>
    <message>
        <location filename="../../ui/access/officers_table.py" line="83"/>
        <source>State</source>
        <translation>Trạng thái</translation>
    </message>
</context>
<context>
    <name>OfficersPage</name>
    <message>
        <location filename="../../ui/access/officers_page.py" line="79"/>
        <location filename="../../ui/access/officers_page.py" line="132"/>
        <source>Officers</source>
        <translation>Cán bộ</translation>
    </message>
    <message>
        <location filename="../../ui/access/officers_page.py" line="85"/>
        <source>Find by name, role, team…</source>
        <translation>Tìm theo tên, vai trò, tổ…</translation>
    </message>
    <message>
        <location filename="../../ui/access/officers_page.py" line="208"/>
        <source>Let in again</source>
        <translation>Cho vào lại</translation>
    </message>
    <message>
        <location filename="../../ui/access/officers_page.py" line="212"/>
        <source>{count} officers</source>
        <translation>{count} cán bộ</translation>
    </message>
    <message>
        <location filename="../../ui/access/officers_page.py" line="214"/>
        <source>{shown} of {count} officers</source>
        <translation>{shown} trên {count} cán bộ</translation>
    </message>
    <message>
        <location filename="../../ui/access/officers_page.py" line="239"/>
        <source>New password for {name}</source>
        <translation>Cấp mật khẩu mới cho {name}</translation>
    </message>
    <message>
        <location filename="../../ui/access/officers_page.py" line="241"/>
        <source>His own password is good no more, and wherever he is signed in, he is signed out. He gets a one-time password, shown here once.</source>
        <translation>Mật khẩu riêng hết hiệu lực, mọi phiên đang đăng nhập bị kết thúc. Cán bộ được cấp mật khẩu dùng một lần, chỉ hiện ở đây một lần.</translation>
    </message>
    <message>
        <location filename="../../ui/access/officers_page.py" line="244"/>
        <source>Give a one-time password</source>
        <translation>Cấp mật khẩu dùng một lần</translation>
    </message>
    <message>
        <location filename="../../ui/access/officers_page.py" line="266"/>
        <source>Disable {name}</source>
        <translation>Ngừng quyền của {name}</translation>
    </message>
    <message>
        <location filename="../../ui/access/officers_page.py" line="268"/>
        <source>He cannot sign in any more, and where he is signed in now, he is signed out at once. What he did stays in the log. He can be let in again.</source>
        <translation>Cán bộ không đăng nhập được nữa; phiên đang mở bị kết thúc ngay. Những việc đã làm vẫn còn trong nhật ký. Có thể cho vào lại sau.</translation>
    </message>
    <message>
        <location filename="../../ui/access/officers_page.py" line="271"/>
        <source>Disable and sign him out</source>
        <translation>Ngừng quyền và đăng xuất ngay</translation>
    </message>
    <message>
        <location filename="../../ui/access/officers_page.py" line="279"/>
        <source>Erase {name}</source>
        <translation>Xoá {name}</translation>
    </message>
    <message>
        <location filename="../../ui/access/officers_page.py" line="281"/>
        <source>His name is removed everywhere at this station, for good; the log goes on with &quot;erased&quot; in its place. Backups made before still hold it.</source>
        <translation>Tên bị xoá vĩnh viễn khỏi mọi nơi trong trạm; nhật ký ghi “đã xoá” thay cho tên. Các bản sao lưu trước đó vẫn còn tên.</translation>
    </message>
    <message>
        <location filename="../../ui/access/officers_page.py" line="284"/>
        <source>Erase {name} for good</source>
        <translation>Xoá vĩnh viễn {name}</translation>
    </message>
    <message>
        <location filename="../../ui/access/officers_page.py" line="116"/>
        <source>No officer fits this</source>
        <translation>Không có cán bộ nào khớp</translation>
    </message>
    <message>
        <location filename="../../ui/access/officers_page.py" line="117"/>
        <source>Esc takes the search away and shows everyone again.</source>
        <translation>Bấm Esc để bỏ tìm và xem lại tất cả.</translation>
    </message>
</context>
<context>
    <name>OneTimeDialog</name>
    <message>
        <location filename="../../ui/access/one_time.py" line="38"/>
        <source>One-time password of {name}</source>
        <translation>Mật khẩu dùng một lần của {name}</translation>
    </message>
    <message>
        <location filename="../../ui/access/one_time.py" line="57"/>
        <source>Read it out or hand it over on paper; it is not shown again. He signs in with it once and then chooses a password of his own, which you never learn.</source>
        <translation>Đọc cho cán bộ nghe hoặc giao bằng giấy; sẽ không hiện lại. Cán bộ đăng nhập một lần bằng mật khẩu này rồi tự đặt mật khẩu riêng mà quản trị không biết.</translation>
    </message>
    <message>
        <location filename="../../ui/access/one_time.py" line="62"/>
        <source>It runs out at {time}.</source>
        <translation>Hết hạn lúc {time}.</translation>
    </message>
    <message>
        <location filename="../../ui/access/one_time.py" line="83"/>
        <source>Copy (Ctrl+C)</source>
        <translation>Sao chép (Ctrl+C)</translation>
    </message>
    <message>
        <location filename="../../ui/access/one_time.py" line="85"/>
        <source>Copy it; the clipboard is emptied when this closes (Ctrl+C)</source>
        <translation>Sao chép; bộ nhớ tạm được xoá khi đóng (Ctrl+C)</translation>
    </message>
    <message>
        <location filename="../../ui/access/one_time.py" line="87"/>
        <source>Print… (Ctrl+P)</source>
        <translation>In… (Ctrl+P)</translation>
    </message>
    <message>
        <location filename="../../ui/access/one_time.py" line="89"/>
        <source>Print it on paper for {name}</source>
        <translation>In ra giấy cho {name}</translation>
    </message>
    <message>
        <location filename="../../ui/access/one_time.py" line="91"/>
        <source>He has it</source>
        <translation>Đã giao xong</translation>
    </message>
    <message>
        <location filename="../../ui/access/one_time.py" line="95"/>
        <source>Close; it is not shown again (Enter)</source>
        <translation>Đóng; sẽ không hiện lại (Enter)</translation>
    </message>
</context>
<context>
    <name>OpenTable</name>
    <message>
        <location filename="../../ui/cases/morning_tables.py" line="191"/>
        <source>Number</source>
        <translation>Số</translation>
    </message>
    <message>
        <location filename="../../ui/cases/morning_tables.py" line="192"/>
        <source>Case</source>
        <translation>Vụ việc</translation>
    </message>
    <message>
        <location filename="../../ui/cases/morning_tables.py" line="193"/>
        <source>State</source>
        <translation>Trạng thái</translation>
    </message>
    <message>
        <location filename="../../ui/cases/morning_tables.py" line="194"/>
        <source>Waits</source>
        <translation>Đã chờ</translation>
    </message>
    <message>
        <location filename="../../ui/cases/morning_tables.py" line="195"/>
        <source>Due</source>
        <translation>Hạn</translation>
    </message>
    <message>
        <location filename="../../ui/cases/morning_tables.py" line="232"/>
        <source>{day}, overdue</source>
        <translation>{day}, quá hạn</translation>
    </message>
</context>
<context>
    <name>OutcomeDialog</name>
    <message>
        <location filename="../../ui/cases/sections/outcome_form.py" line="43"/>
        <source>Kind (letters or arrows choose)</source>
        <translation>Loại kết quả (gõ chữ hoặc mũi tên để chọn)</translation>
    </message>
    <message>
        <location filename="../../ui/cases/sections/outcome_form.py" line="44"/>
        <source>How many</source>
        <translation>Số lượng</translation>
    </message>
    <message>
        <location filename="../../ui/cases/sections/outcome_form.py" line="46"/>
        <source>Persons</source>
        <translation>Số người</translation>
    </message>
    <message>
        <location filename="../../ui/cases/sections/outcome_form.py" line="48"/>
        <source>What was seized</source>
        <translation>Tang vật thu giữ</translation>
    </message>
    <message>
        <location filename="../../ui/cases/sections/outcome_form.py" line="50"/>
        <source>such as: piece, kg, packet</source>
        <translation>như: chiếc, kg, gói</translation>
    </message>
    <message>
        <location filename="../../ui/cases/sections/outcome_form.py" line="51"/>
        <source>Counted in</source>
        <translation>Đơn vị tính</translation>
    </message>
    <message>
        <location filename="../../ui/cases/sections/outcome_form.py" line="55"/>
        <source>On which day</source>
        <translation>Ngày nào</translation>
    </message>
    <message>
        <location filename="../../ui/cases/sections/outcome_form.py" line="58"/>
        <source>such as: today, yesterday, 22/11</source>
        <translation>như: hôm nay, hôm qua, 22/11</translation>
    </message>
    <message>
        <location filename="../../ui/cases/sections/outcome_form.py" line="61"/>
        <source>Note</source>
        <translation>Ghi chú</translation>
    </message>
</context>
<context>
    <name>OutcomeTable</name>
    <message>
        <location filename="../../ui/cases/sections/outcome_table.py" line="65"/>
        <source>Day</source>
        <translation>Ngày</translation>
    </message>
    <message>
        <location filename="../../ui/cases/sections/outcome_table.py" line="65"/>
        <source>What came of it</source>
        <translation>Kết quả</translation>
    </message>
    <message>
        <location filename="../../ui/cases/sections/outcome_table.py" line="65"/>
        <source>How much</source>
        <translation>Bao nhiêu</translation>
    </message>
</context>
<context>
    <name>OutcomesSection</name>
    <message>
        <location filename="../../ui/cases/sections/outcomes.py" line="44"/>
        <source>Nothing is noted yet. Ins adds a line: case verified, violation fined, exhibits seized, handed over, or no result. The reports count these lines.</source>
        <translation>Chưa ghi kết quả nào. Bấm Ins để thêm dòng: vụ đã xác minh, xử phạt vi phạm, thu giữ tang vật, bàn giao, hoặc không có kết quả. Báo cáo đếm các dòng này.</translation>
    </message>
    <message>
        <location filename="../../ui/cases/sections/outcomes.py" line="57"/>
        <source>Outcome</source>
        <translation>Kết quả</translation>
    </message>
    <message>
        <location filename="../../ui/cases/sections/outcomes.py" line="96"/>
        <source>{kind}: {amount}</source>
        <translation>{kind}: {amount}</translation>
    </message>
    <message>
        <location filename="../../ui/cases/sections/outcomes.py" line="100"/>
        <source>Strike this line</source>
        <translation>Gạch dòng này</translation>
    </message>
    <message>
        <location filename="../../ui/cases/sections/outcomes.py" line="102"/>
        <source>{line}

It is counted in no report any more. It stays here, struck, and the history tells who struck it; to count it again, add it anew.</source>
        <translation>{line}

Dòng này không còn được đếm trong báo cáo nào. Nó vẫn ở đây, bị gạch, và lịch sử ghi ai đã gạch; muốn tính lại thì thêm dòng mới.</translation>
    </message>
    <message>
        <location filename="../../ui/cases/sections/outcomes.py" line="105"/>
        <source>Strike the line</source>
        <translation>Gạch dòng</translation>
    </message>
</context>
<context>
    <name>OwnPasswordDialog</name>
    <message>
        <location filename="../../ui/access/own_password.py" line="33"/>
        <source>Change your password</source>
        <translation>Đổi mật khẩu của mình</translation>
    </message>
    <message>
        <location filename="../../ui/access/own_password.py" line="34"/>
        <source>It counts from now on. Where else you are signed in, you are signed out.</source>
        <translation>Mật khẩu mới có hiệu lực ngay. Nếu đang đăng nhập ở máy khác thì máy đó sẽ đăng xuất.</translation>
    </message>
    <message>
        <location filename="../../ui/access/own_password.py" line="35"/>
        <source>Keep the new one</source>
        <translation>Dùng mật khẩu mới</translation>
    </message>
    <message>
        <location filename="../../ui/access/own_password.py" line="42"/>
        <source>The password that you have now</source>
        <translation>Mật khẩu đang dùng</translation>
    </message>
    <message>
        <location filename="../../ui/access/own_password.py" line="47"/>
        <source>That is not the password that you have now. Try again in {seconds} s.</source>
        <translation>Không đúng mật khẩu đang dùng. Thử lại sau {seconds} giây.</translation>
    </message>
    <message>
        <location filename="../../ui/access/own_password.py" line="58"/>
        <source>Type the password that you have now.</source>
        <translation>Hãy gõ mật khẩu đang dùng.</translation>
    </message>
    <message>
        <location filename="../../ui/access/own_password.py" line="76"/>
        <source>That is not the password that you have now.</source>
        <translation>Không đúng mật khẩu đang dùng.</translation>
    </message>
</context>
<context>
    <name>PackageActs</name>
    <message>
        <location filename="../../ui/evidence/package_acts.py" line="173"/>
        <source>Checking {package}…</source>
        <translation>Đang kiểm tra {package}…</translation>
    </message>
    <message>
        <location filename="../../ui/evidence/package_acts.py" line="176"/>
        <source>It could not be read. Plug the medium in again.</source>
        <translation>Không đọc được. Hãy cắm lại thiết bị.</translation>
    </message>
    <message>
        <location filename="../../ui/evidence/package_acts.py" line="219"/>
        <source>Copied to {place}, read back and whole.</source>
        <translation>Đã sao chép vào {place}, đọc lại thấy nguyên vẹn.</translation>
    </message>
    <message>
        <location filename="../../ui/evidence/package_acts.py" line="236"/>
        <source>Copying {package}…</source>
        <translation>Đang sao chép {package}…</translation>
    </message>
    <message>
        <location filename="../../ui/evidence/package_acts.py" line="239"/>
        <source>The medium refused it. Nothing that looks finished is on it; try another.</source>
        <translation>Thiết bị không ghi được. Trên đó không có gì trông như đã xong; hãy thử thiết bị khác.</translation>
    </message>
    <message>
        <location filename="../../ui/evidence/package_acts.py" line="273"/>
        <source>{folder} is not there. Plug the medium in again.</source>
        <translation>Không thấy {folder}. Hãy cắm lại thiết bị.</translation>
    </message>
    <message>
        <location filename="../../ui/evidence/package_acts.py" line="285"/>
        <source>Erase the people of this line</source>
        <translation>Xoá tên người ở dòng này</translation>
    </message>
    <message>
        <location filename="../../ui/evidence/package_acts.py" line="287"/>
        <source>{what} on {time}

To whom it went and the note are forgotten, here and in the log beside the store; the line stays. Backups that were made before still have them. It cannot be taken back.</source>
        <translation>{what} lúc {time}

Tên người nhận và ghi chú sẽ bị xoá, ở đây và trong tệp nhật ký cạnh kho dữ liệu; dòng vẫn còn. Các bản sao lưu làm trước đó vẫn có. Không lấy lại được.</translation>
    </message>
    <message>
        <location filename="../../ui/evidence/package_acts.py" line="291"/>
        <source>Erase the people</source>
        <translation>Xoá tên người</translation>
    </message>
    <message>
        <location filename="../../ui/evidence/package_acts.py" line="343"/>
        <source>Checked: the four answers stand above, each for itself.</source>
        <translation>Đã kiểm tra: bốn câu trả lời ở trên, mỗi câu nói riêng một việc.</translation>
    </message>
    <message>
        <location filename="../../ui/evidence/package_acts.py" line="344"/>
        <source>Checked: something is not as it was made. Read the answers above.</source>
        <translation>Đã kiểm tra: có chỗ không còn như lúc lập gói. Đọc các câu trả lời ở trên.</translation>
    </message>
</context>
<context>
    <name>PackageCard</name>
    <message>
        <location filename="../../ui/evidence/package_card.py" line="50"/>
        <source>The chosen package</source>
        <translation>Gói đang chọn</translation>
    </message>
    <message>
        <location filename="../../ui/evidence/package_card.py" line="64"/>
        <location filename="../../ui/evidence/package_card.py" line="67"/>
        <source>Custody</source>
        <translation>Quá trình quản lý</translation>
    </message>
    <message>
        <location filename="../../ui/evidence/package_card.py" line="112"/>
        <source>No package is chosen</source>
        <translation>Chưa chọn gói nào</translation>
    </message>
    <message>
        <location filename="../../ui/evidence/package_card.py" line="146"/>
        <source>Request {number}</source>
        <translation>Phiếu {number}</translation>
    </message>
    <message>
        <location filename="../../ui/evidence/package_card.py" line="150"/>
        <source>the station</source>
        <translation>trạm</translation>
    </message>
    <message>
        <location filename="../../ui/evidence/package_card.py" line="153"/>
        <source>{outcome} on {time}, queued by {officer}</source>
        <translation>{outcome} lúc {time}, người xếp hàng: {officer}</translation>
    </message>
    <message>
        <location filename="../../ui/evidence/package_card.py" line="161"/>
        <source>It lies in: {folder}</source>
        <translation>Nằm ở: {folder}</translation>
    </message>
    <message>
        <location filename="../../ui/evidence/package_card.py" line="161"/>
        <source>Into: {folder}</source>
        <translation>Ghi vào: {folder}</translation>
    </message>
    <message>
        <location filename="../../ui/evidence/package_card.py" line="167"/>
        <source>Medium: {words}</source>
        <translation>Thiết bị: {words}</translation>
    </message>
    <message>
        <location filename="../../ui/evidence/package_card.py" line="168"/>
        <source>Serial number of the medium: {words}</source>
        <translation>Số sê-ri của thiết bị: {words}</translation>
    </message>
    <message>
        <location filename="../../ui/evidence/package_card.py" line="169"/>
        <source>Seal number: {words}</source>
        <translation>Số niêm phong: {words}</translation>
    </message>
    <message>
        <location filename="../../ui/evidence/package_card.py" line="189"/>
        <source>Fingerprint of the key that signed it, as on paper:</source>
        <translation>Dấu vân tay của khoá ký, như trên giấy:</translation>
    </message>
    <message>
        <location filename="../../ui/evidence/package_card.py" line="191"/>
        <source>SHA-256 of SHA256SUMS:</source>
        <translation>SHA-256 của tệp SHA256SUMS:</translation>
    </message>
</context>
<context>
    <name>PackageLines</name>
    <message>
        <location filename="../../ui/evidence/package_lines.py" line="24"/>
        <source>Packages made of it</source>
        <translation>Gói chứng cứ đã tạo từ phiếu</translation>
    </message>
    <message>
        <location filename="../../ui/evidence/package_lines.py" line="44"/>
        <source>The newest {count}; Alt+2 shows all of them.</source>
        <translation>{count} gói mới nhất; Alt+2 xem tất cả.</translation>
    </message>
</context>
<context>
    <name>PackageTable</name>
    <message>
        <location filename="../../ui/evidence/package_table.py" line="84"/>
        <source>Made, {count} gaps</source>
        <translation>Đã lập, thiếu {count} đoạn</translation>
    </message>
    <message>
        <location filename="../../ui/evidence/package_table.py" line="116"/>
        <source>Ended at</source>
        <translation>Xong lúc</translation>
    </message>
    <message>
        <location filename="../../ui/evidence/package_table.py" line="117"/>
        <source>Request</source>
        <translation>Phiếu</translation>
    </message>
    <message>
        <location filename="../../ui/evidence/package_table.py" line="118"/>
        <source>Package</source>
        <translation>Gói</translation>
    </message>
    <message>
        <location filename="../../ui/evidence/package_table.py" line="119"/>
        <source>Cameras</source>
        <translation>Camera</translation>
    </message>
    <message>
        <location filename="../../ui/evidence/package_table.py" line="120"/>
        <source>State</source>
        <translation>Tình trạng</translation>
    </message>
</context>
<context>
    <name>PackagesPage</name>
    <message>
        <location filename="../../ui/evidence/packages_page.py" line="94"/>
        <source>Find: request, camera, package, medium</source>
        <translation>Tìm: phiếu, camera, gói, thiết bị</translation>
    </message>
    <message>
        <location filename="../../ui/evidence/packages_page.py" line="135"/>
        <source>Packages</source>
        <translation>Gói chứng cứ</translation>
    </message>
    <message>
        <location filename="../../ui/evidence/packages_page.py" line="282"/>
        <source>{count} of {every}</source>
        <translation>{count} trên {every} gói</translation>
    </message>
    <message>
        <location filename="../../ui/evidence/packages_page.py" line="286"/>
        <source>No package was made yet</source>
        <translation>Chưa lập gói nào</translation>
    </message>
    <message>
        <location filename="../../ui/evidence/packages_page.py" line="287"/>
        <source>A package is made of a request that was approved: Alt+1 for the requests, choose one, E exports it.</source>
        <translation>Gói được lập từ một phiếu đã duyệt: Alt+1 để sang các phiếu, chọn một phiếu, bấm E để xuất.</translation>
    </message>
    <message>
        <location filename="../../ui/evidence/packages_page.py" line="291"/>
        <source>No package fits</source>
        <translation>Không có gói nào khớp</translation>
    </message>
    <message>
        <location filename="../../ui/evidence/packages_page.py" line="291"/>
        <source>Type something else, or Esc for all.</source>
        <translation>Gõ từ khác, hoặc Esc để xem tất cả.</translation>
    </message>
    <message>
        <location filename="../../ui/evidence/packages_page.py" line="292"/>
        <source>None of this kind</source>
        <translation>Không có gói nào thuộc loại này</translation>
    </message>
    <message>
        <location filename="../../ui/evidence/packages_page.py" line="292"/>
        <source>Press 0 for all packages.</source>
        <translation>Bấm 0 để xem tất cả các gói.</translation>
    </message>
</context>
<context>
    <name>Paper</name>
    <message>
        <location filename="../../ui/evidence/papers.py" line="68"/>
        <source>Look and print…</source>
        <translation>Xem và in…</translation>
    </message>
    <message>
        <location filename="../../ui/evidence/papers.py" line="70"/>
        <source>Open a copy with this PC&apos;s program and print it there</source>
        <translation>Mở một bản bằng chương trình của máy này rồi in từ đó</translation>
    </message>
    <message>
        <location filename="../../ui/evidence/papers.py" line="74"/>
        <source>Save as PDF…</source>
        <translation>Lưu PDF…</translation>
    </message>
    <message>
        <location filename="../../ui/evidence/papers.py" line="75"/>
        <source>Put it into a folder, to be printed elsewhere</source>
        <translation>Lưu vào thư mục để in ở nơi khác</translation>
    </message>
    <message>
        <location filename="../../ui/evidence/papers.py" line="96"/>
        <source>This PC has no program that shows PDF. Save it instead.</source>
        <translation>Máy này không có chương trình xem PDF. Hãy lưu tệp lại.</translation>
    </message>
    <message>
        <location filename="../../ui/evidence/papers.py" line="104"/>
        <source>Save as PDF</source>
        <translation>Lưu PDF</translation>
    </message>
    <message>
        <location filename="../../ui/evidence/papers.py" line="114"/>
        <source>{file} was saved.</source>
        <translation>Đã lưu {file}.</translation>
    </message>
    <message>
        <location filename="../../ui/evidence/papers.py" line="128"/>
        <source>It could not be written there. Choose another place.</source>
        <translation>Không ghi được vào đó. Hãy chọn nơi khác.</translation>
    </message>
</context>
<context>
    <name>PapersDialog</name>
    <message>
        <location filename="../../ui/evidence/papers.py" line="159"/>
        <source>Papers of the package</source>
        <translation>Giấy tờ của gói</translation>
    </message>
    <message>
        <location filename="../../ui/evidence/papers.py" line="169"/>
        <source>bien-nhan.pdf</source>
        <translation>bien-nhan.pdf</translation>
    </message>
    <message>
        <location filename="../../ui/evidence/papers.py" line="172"/>
        <source>Receipt</source>
        <translation>Biên nhận</translation>
    </message>
    <message>
        <location filename="../../ui/evidence/papers.py" line="190"/>
        <source>The receipt cannot be made just now. Make it later: choose the copy in the list of custody, then Receipt.</source>
        <translation>Lúc này chưa lập được biên nhận. Lập sau: chọn dòng sao chép trong quá trình quản lý, rồi nhấn Biên nhận.</translation>
    </message>
    <message>
        <location filename="../../ui/evidence/papers.py" line="202"/>
        <source>The copy opens with these words, in this order. They are shown this once and kept nowhere: print the sheet, and hand it over apart from the medium.</source>
        <translation>Bản sao mở bằng các từ này, đúng thứ tự. Chúng chỉ hiện một lần này và không được lưu ở đâu: hãy in tờ này và giao riêng, không giao cùng thiết bị.</translation>
    </message>
    <message>
        <location filename="../../ui/evidence/papers.py" line="221"/>
        <source>Sheet with the words</source>
        <translation>Tờ ghi các từ</translation>
    </message>
    <message>
        <location filename="../../ui/evidence/papers.py" line="224"/>
        <source>Print… (Ctrl+P)</source>
        <translation>In… (Ctrl+P)</translation>
    </message>
    <message>
        <location filename="../../ui/evidence/papers.py" line="226"/>
        <source>Print the sheet with the words (Ctrl+P)</source>
        <translation>In tờ ghi các từ (Ctrl+P)</translation>
    </message>
    <message>
        <location filename="../../ui/evidence/papers.py" line="235"/>
        <source>Let the medium go (Ctrl+J)</source>
        <translation>Tháo thiết bị (Ctrl+J)</translation>
    </message>
    <message>
        <location filename="../../ui/evidence/papers.py" line="238"/>
        <source>Free it so that it may be pulled out (Ctrl+J)</source>
        <translation>Ngắt thiết bị để rút ra an toàn (Ctrl+J)</translation>
    </message>
    <message>
        <location filename="../../ui/evidence/papers.py" line="239"/>
        <source>Let the medium go</source>
        <translation>Tháo thiết bị</translation>
    </message>
    <message>
        <location filename="../../ui/evidence/papers.py" line="243"/>
        <source>Close</source>
        <translation>Đóng</translation>
    </message>
    <message>
        <location filename="../../ui/evidence/papers.py" line="243"/>
        <source>The words are on paper</source>
        <translation>Các từ đã có trên giấy</translation>
    </message>
    <message>
        <location filename="../../ui/evidence/papers.py" line="248"/>
        <source>Close (Esc)</source>
        <translation>Đóng (Esc)</translation>
    </message>
    <message>
        <location filename="../../ui/evidence/papers.py" line="250"/>
        <source>Close; the words are not shown again</source>
        <translation>Đóng; các từ không hiện lại nữa</translation>
    </message>
    <message>
        <location filename="../../ui/evidence/papers.py" line="274"/>
        <source>Words that open an encrypted package</source>
        <translation>Các từ mở gói đã mã hoá</translation>
    </message>
    <message>
        <location filename="../../ui/evidence/papers.py" line="277"/>
        <source>Hand this sheet over apart from the medium.</source>
        <translation>Giao tờ này riêng, không giao cùng thiết bị.</translation>
    </message>
    <message>
        <location filename="../../ui/evidence/papers.py" line="288"/>
        <source>Writing what is left…</source>
        <translation>Đang ghi nốt…</translation>
    </message>
    <message>
        <location filename="../../ui/evidence/papers.py" line="298"/>
        <source>Are the words on paper?</source>
        <translation>Đã có các từ trên giấy chưa?</translation>
    </message>
    <message>
        <location filename="../../ui/evidence/papers.py" line="300"/>
        <source>They are shown this once and kept nowhere. Without them nobody opens the copy: then it must be made anew.</source>
        <translation>Các từ chỉ hiện lần này và không lưu ở đâu. Mất các từ thì không ai mở được bản sao: phải sao chép lại từ đầu.</translation>
    </message>
    <message>
        <location filename="../../ui/evidence/papers.py" line="303"/>
        <source>Close; the words are on paper</source>
        <translation>Đóng; các từ đã có trên giấy</translation>
    </message>
    <message>
        <location filename="../../ui/evidence/papers.py" line="322"/>
        <source>Sent to the printer. Check the paper before going on.</source>
        <translation>Đã gửi tới máy in. Xem tờ giấy trước khi làm tiếp.</translation>
    </message>
    <message>
        <location filename="../../ui/evidence/papers.py" line="327"/>
        <source>Everything is written: the medium may be pulled out.</source>
        <translation>Đã ghi xong hết: rút thiết bị ra được rồi.</translation>
    </message>
    <message>
        <location filename="../../ui/evidence/papers.py" line="330"/>
        <source>Something still uses the medium. Close what shows it, then remove it safely with the PC&apos;s own button.</source>
        <translation>Còn chương trình đang dùng thiết bị. Đóng cửa sổ đang mở nó, rồi ngắt an toàn bằng nút của máy tính.</translation>
    </message>
</context>
<context>
    <name>PapersPart</name>
    <message>
        <location filename="../../ui/evidence/papers_part.py" line="62"/>
        <source>Scanned papers</source>
        <translation>Bản quét giấy tờ</translation>
    </message>
    <message>
        <location filename="../../ui/evidence/papers_part.py" line="139"/>
        <source>Add a scanned paper</source>
        <translation>Thêm bản quét</translation>
    </message>
    <message>
        <location filename="../../ui/evidence/papers_part.py" line="155"/>
        <source>{file} was added. Hash: {hash}</source>
        <translation>Đã thêm {file}. Mã băm: {hash}</translation>
    </message>
    <message>
        <location filename="../../ui/evidence/papers_part.py" line="160"/>
        <source>Copying {file}…</source>
        <translation>Đang chép {file}…</translation>
    </message>
    <message>
        <location filename="../../ui/evidence/papers_part.py" line="163"/>
        <source>{file} could not be read.</source>
        <translation>Không đọc được {file}.</translation>
    </message>
    <message>
        <location filename="../../ui/evidence/papers_part.py" line="173"/>
        <source>Only PDF, JPEG, PNG and text are shown here. Ctrl+S saves a copy.</source>
        <translation>Ở đây chỉ mở PDF, JPEG, PNG và văn bản. Ctrl+S lưu một bản sao.</translation>
    </message>
    <message>
        <location filename="../../ui/evidence/papers_part.py" line="185"/>
        <source>{file} is whole and is being shown: a copy, read-only.</source>
        <translation>{file} nguyên vẹn, đang được mở: bản sao chỉ đọc.</translation>
    </message>
    <message>
        <location filename="../../ui/evidence/papers_part.py" line="187"/>
        <source>This PC has no program that shows it. Ctrl+S saves a copy.</source>
        <translation>Máy này không có chương trình mở tệp đó. Ctrl+S lưu một bản sao.</translation>
    </message>
    <message>
        <location filename="../../ui/evidence/papers_part.py" line="190"/>
        <source>Checking {file}…</source>
        <translation>Đang kiểm tra {file}…</translation>
    </message>
    <message>
        <location filename="../../ui/evidence/papers_part.py" line="193"/>
        <source>No copy could be made: the disk is full or may not be written.</source>
        <translation>Không tạo được bản sao: đĩa đầy hoặc không ghi được.</translation>
    </message>
    <message>
        <location filename="../../ui/evidence/papers_part.py" line="200"/>
        <source>Save a copy</source>
        <translation>Lưu bản sao</translation>
    </message>
    <message>
        <location filename="../../ui/evidence/papers_part.py" line="212"/>
        <source>{file} was saved, and read back: it is whole.</source>
        <translation>Đã lưu {file} và đọc lại: nguyên vẹn.</translation>
    </message>
    <message>
        <location filename="../../ui/evidence/papers_part.py" line="216"/>
        <source>Saving {file}…</source>
        <translation>Đang lưu {file}…</translation>
    </message>
    <message>
        <location filename="../../ui/evidence/papers_part.py" line="219"/>
        <source>{file} could not be written. Choose another folder.</source>
        <translation>Không ghi được {file}. Hãy chọn thư mục khác.</translation>
    </message>
    <message>
        <location filename="../../ui/evidence/papers_part.py" line="246"/>
        <source>The paper that came is not here yet: S adds its scan.</source>
        <translation>Chưa có bản quét của công văn gửi đến: phím S để thêm.</translation>
    </message>
    <message>
        <location filename="../../ui/evidence/papers_part.py" line="248"/>
        <source>No paper was added.</source>
        <translation>Không có bản quét nào.</translation>
    </message>
</context>
<context>
    <name>PassphraseCard</name>
    <message>
        <location filename="../../ui/access/sign_in.py" line="74"/>
        <source>The station&apos;s passphrase</source>
        <translation>Cụm mật khẩu của trạm</translation>
    </message>
    <message>
        <location filename="../../ui/access/sign_in.py" line="75"/>
        <source>Open</source>
        <translation>Mở</translation>
    </message>
    <message>
        <location filename="../../ui/access/sign_in.py" line="75"/>
        <source>Open the cameras&apos; passwords (Enter)</source>
        <translation>Mở mật khẩu camera (Enter)</translation>
    </message>
    <message>
        <location filename="../../ui/access/sign_in.py" line="79"/>
        <source>Without it no camera can be called; it was set by the administrator.</source>
        <translation>Thiếu cụm này thì không kết nối được camera; do quản trị đặt.</translation>
    </message>
    <message>
        <location filename="../../ui/access/sign_in.py" line="80"/>
        <source>Passphrase</source>
        <translation>Cụm mật khẩu</translation>
    </message>
    <message>
        <location filename="../../ui/access/sign_in.py" line="105"/>
        <source>This is not the passphrase. Type it again.</source>
        <translation>Không đúng cụm mật khẩu. Nhập lại.</translation>
    </message>
    <message>
        <location filename="../../ui/access/sign_in.py" line="83"/>
        <source>Go on without pictures</source>
        <translation>Vào mà không có hình</translation>
    </message>
    <message>
        <location filename="../../ui/access/sign_in.py" line="83"/>
        <source>Sign in; no camera is called until then</source>
        <translation>Đăng nhập; chưa kết nối camera nào cho đến khi nhập</translation>
    </message>
</context>
<context>
    <name>PasswordEdit</name>
    <message>
        <location filename="../../ui/access/password.py" line="63"/>
        <source>Hide the password</source>
        <translation>Ẩn mật khẩu</translation>
    </message>
    <message>
        <location filename="../../ui/access/password.py" line="63"/>
        <source>Show the password</source>
        <translation>Hiện mật khẩu</translation>
    </message>
</context>
<context>
    <name>PasswordField</name>
    <message>
        <location filename="../../ui/access/password.py" line="98"/>
        <source>Caps Lock is on.</source>
        <translation>Caps Lock đang bật.</translation>
    </message>
</context>
<context>
    <name>PeekDialog</name>
    <message>
        <location filename="../../ui/evidence/peek_dialog.py" line="87"/>
        <source>Close</source>
        <translation>Đóng</translation>
    </message>
    <message>
        <location filename="../../ui/evidence/peek_dialog.py" line="89"/>
        <source>Close without keeping (Esc)</source>
        <translation>Đóng, không lưu (Esc)</translation>
    </message>
    <message>
        <location filename="../../ui/evidence/peek_dialog.py" line="91"/>
        <source>Keep (Ctrl+S)</source>
        <translation>Lưu (Ctrl+S)</translation>
    </message>
    <message>
        <location filename="../../ui/evidence/peek_dialog.py" line="120"/>
        <location filename="../../ui/evidence/peek_dialog.py" line="193"/>
        <source>Fetching the picture…</source>
        <translation>Đang lấy hình…</translation>
    </message>
    <message>
        <location filename="../../ui/evidence/peek_dialog.py" line="139"/>
        <source>Not kept yet: Ctrl+S keeps it, Esc once more lets it go.</source>
        <translation>Chưa lưu: Ctrl+S để lưu, Esc lần nữa thì bỏ.</translation>
    </message>
    <message>
        <location filename="../../ui/evidence/peek_dialog.py" line="170"/>
        <source>Nothing of what is wanted of this camera was recorded.</source>
        <translation>Camera này không ghi được hình nào trong đoạn được yêu cầu.</translation>
    </message>
    <message>
        <location filename="../../ui/evidence/peek_dialog.py" line="172"/>
        <source>Nothing was recorded at this time. N goes to the nearest footage.</source>
        <translation>Lúc này không ghi hình. N tới chỗ gần nhất có hình.</translation>
    </message>
</context>
<context>
    <name>PeoplePart</name>
    <message>
        <location filename="../../ui/cases/people_part.py" line="29"/>
        <source>Persons and vehicles</source>
        <translation>Người và phương tiện liên quan</translation>
    </message>
    <message>
        <location filename="../../ui/cases/people_part.py" line="61"/>
        <source>Restricted reading: showing them is logged.</source>
        <translation>Đọc hạn chế: mỗi lần xem được ghi nhật ký.</translation>
    </message>
    <message>
        <location filename="../../ui/cases/people_part.py" line="64"/>
        <source>Restricted reading: for whoever opened the incident or has it assigned, and for investigating officers and the chief.</source>
        <translation>Đọc hạn chế: chỉ người lập, người được giao vụ việc, cán bộ điều tra và trưởng đơn vị xem được.</translation>
    </message>
</context>
<context>
    <name>PhraseDialog</name>
    <message>
        <location filename="../../ui/vocabulary/phrase_dialog.py" line="47"/>
        <source>Code</source>
        <translation>Mã tắt</translation>
    </message>
    <message>
        <location filename="../../ui/vocabulary/phrase_dialog.py" line="49"/>
        <source>short, without accents, such as: vt hd; nothing: a street or place</source>
        <translation>ngắn, không dấu, ví dụ: vt hd; để trống: tên phố, địa điểm</translation>
    </message>
    <message>
        <location filename="../../ui/vocabulary/phrase_dialog.py" line="53"/>
        <source>What it stands for</source>
        <translation>Nội dung</translation>
    </message>
</context>
<context>
    <name>PhraseTable</name>
    <message>
        <location filename="../../ui/vocabulary/phrases_table.py" line="64"/>
        <source>sentence</source>
        <translation>câu mẫu</translation>
    </message>
    <message>
        <location filename="../../ui/vocabulary/phrases_table.py" line="64"/>
        <source>street or place</source>
        <translation>phố, địa điểm</translation>
    </message>
    <message>
        <location filename="../../ui/vocabulary/phrases_table.py" line="73"/>
        <source>Code</source>
        <translation>Mã tắt</translation>
    </message>
    <message>
        <location filename="../../ui/vocabulary/phrases_table.py" line="73"/>
        <source>What it stands for</source>
        <translation>Nội dung</translation>
    </message>
    <message>
        <location filename="../../ui/vocabulary/phrases_table.py" line="73"/>
        <source>Kind</source>
        <translation>Loại</translation>
    </message>
</context>
<context>
    <name>PhrasesPage</name>
    <message>
        <location filename="../../ui/vocabulary/phrases_page.py" line="50"/>
        <source>Phrases and places</source>
        <translation>Câu mẫu và địa danh</translation>
    </message>
    <message>
        <location filename="../../ui/vocabulary/phrases_page.py" line="100"/>
        <source>Removed: {phrase}. Ctrl+Z brings it back.</source>
        <translation>Đã xoá: {phrase}. Ctrl+Z để lấy lại.</translation>
    </message>
    <message>
        <location filename="../../ui/vocabulary/phrases_page.py" line="117"/>
        <source>Import a list</source>
        <translation>Nhập danh sách</translation>
    </message>
    <message>
        <location filename="../../ui/vocabulary/phrases_page.py" line="117"/>
        <location filename="../../ui/vocabulary/phrases_page.py" line="131"/>
        <source>Lists (*.csv)</source>
        <translation>Danh sách (*.csv)</translation>
    </message>
    <message>
        <location filename="../../ui/vocabulary/phrases_page.py" line="131"/>
        <source>Export the list</source>
        <translation>Xuất danh sách</translation>
    </message>
    <message>
        <location filename="../../ui/vocabulary/phrases_page.py" line="138"/>
        <source>The list cannot be written there.</source>
        <translation>Không ghi được danh sách vào đó.</translation>
    </message>
    <message>
        <location filename="../../ui/vocabulary/phrases_page.py" line="149"/>
        <source>{count} written to {file}.</source>
        <translation>Đã ghi {count} mục vào {file}.</translation>
    </message>
    <message>
        <location filename="../../ui/vocabulary/phrases_page.py" line="188"/>
        <source>There are no phrases yet</source>
        <translation>Chưa có câu mẫu nào</translation>
    </message>
    <message>
        <location filename="../../ui/vocabulary/phrases_page.py" line="190"/>
        <source>Ins adds a code and its sentence, or the name of a street; Ctrl+O brings a list.</source>
        <translation>Ins để thêm mã tắt và câu, hoặc tên phố; Ctrl+O để nhập danh sách.</translation>
    </message>
    <message>
        <location filename="../../ui/vocabulary/phrases_page.py" line="215"/>
        <source>{count} phrases, {places} streets and places</source>
        <translation>{count} câu mẫu, {places} tên phố và địa điểm</translation>
    </message>
    <message>
        <location filename="../../ui/vocabulary/phrases_page.py" line="220"/>
        <source>Added: {added}. There already: {there}.</source>
        <translation>Đã thêm: {added}. Đã có sẵn: {there}.</translation>
    </message>
    <message>
        <location filename="../../ui/vocabulary/phrases_page.py" line="225"/>
        <source>Left out, because wrong or with a code that is taken: lines {lines}.</source>
        <translation>Bỏ qua vì sai hoặc trùng mã: dòng {lines}.</translation>
    </message>
</context>
<context>
    <name>PickDialog</name>
    <message>
        <location filename="../../ui/cases/pick_dialog.py" line="76"/>
        <source>Number, or words of the title: 15, 15/2026, xe máy</source>
        <translation>Số, hoặc chữ trong trích yếu: 15, 15/2026, xe máy</translation>
    </message>
    <message>
        <location filename="../../ui/cases/pick_dialog.py" line="79"/>
        <source>Up and Down choose, Enter takes it</source>
        <translation>Mũi tên lên xuống để chọn, Enter để lấy</translation>
    </message>
    <message>
        <location filename="../../ui/cases/pick_dialog.py" line="89"/>
        <source>Cases</source>
        <translation>Vụ việc</translation>
    </message>
    <message>
        <location filename="../../ui/cases/pick_dialog.py" line="95"/>
        <source>Type something else, or Esc and open a new one.</source>
        <translation>Gõ chữ khác, hoặc Esc rồi lập vụ việc mới.</translation>
    </message>
    <message>
        <location filename="../../ui/cases/pick_dialog.py" line="96"/>
        <source>No case fits this</source>
        <translation>Không có vụ việc nào khớp</translation>
    </message>
    <message>
        <location filename="../../ui/cases/pick_dialog.py" line="101"/>
        <source>Cancel</source>
        <translation>Huỷ</translation>
    </message>
    <message>
        <location filename="../../ui/cases/pick_dialog.py" line="102"/>
        <source>Close and change nothing (Esc)</source>
        <translation>Đóng, không đổi gì (Esc)</translation>
    </message>
</context>
<context>
    <name>Pictures</name>
    <message>
        <location filename="../../ui/review/pictures.py" line="78"/>
        <source>Recorded pictures</source>
        <translation>Hình đã ghi</translation>
    </message>
</context>
<context>
    <name>PlanCard</name>
    <message>
        <location filename="../../ui/settings/plan.py" line="41"/>
        <source>Ward plan</source>
        <translation>Sơ đồ phường</translation>
    </message>
    <message>
        <location filename="../../ui/settings/plan.py" line="45"/>
        <source>Incidents have their spot on it. PNG or JPEG, up to 16 MB.</source>
        <translation>Vị trí vụ việc được chấm trên sơ đồ này. Tệp PNG hoặc JPEG, đến 16 MB.</translation>
    </message>
    <message>
        <location filename="../../ui/settings/plan.py" line="54"/>
        <source>No plan</source>
        <translation>Bỏ sơ đồ</translation>
    </message>
    <message>
        <location filename="../../ui/settings/plan.py" line="56"/>
        <source>Take the plan away; spots stay as they were placed</source>
        <translation>Bỏ sơ đồ; các vị trí đã chấm vẫn giữ nguyên</translation>
    </message>
    <message>
        <location filename="../../ui/settings/plan.py" line="78"/>
        <source>Choose the ward plan</source>
        <translation>Chọn sơ đồ phường</translation>
    </message>
    <message>
        <location filename="../../ui/settings/plan.py" line="78"/>
        <source>Pictures (*.png *.jpg *.jpeg)</source>
        <translation>Ảnh (*.png *.jpg *.jpeg)</translation>
    </message>
    <message>
        <location filename="../../ui/settings/plan.py" line="109"/>
        <source>There is none yet.</source>
        <translation>Chưa có sơ đồ.</translation>
    </message>
    <message>
        <location filename="../../ui/settings/plan.py" line="115"/>
        <source>This file cannot be read. Choose another one.</source>
        <translation>Không đọc được tệp này. Hãy chọn tệp khác.</translation>
    </message>
</context>
<context>
    <name>PlanView</name>
    <message>
        <location filename="../../ui/cases/plan_view.py" line="45"/>
        <source>Ward plan</source>
        <translation>Sơ đồ phường</translation>
    </message>
    <message>
        <location filename="../../ui/cases/plan_view.py" line="47"/>
        <source>Click, or arrow keys (Shift: bigger steps); wheel or + and − look closer</source>
        <translation>Bấm chuột hoặc phím mũi tên (Shift: bước dài); lăn chuột hoặc + và − để phóng to, thu nhỏ</translation>
    </message>
</context>
<context>
    <name>PlayerFace</name>
    <message>
        <location filename="../../ui/exhibits/player.py" line="126"/>
        <source>{name}   ({width} × {height})</source>
        <translation>{name}   ({width} × {height})</translation>
    </message>
</context>
<context>
    <name>Preview</name>
    <message>
        <location filename="../../ui/review/preview.py" line="70"/>
        <source>Fetching the picture…</source>
        <translation>Đang lấy hình…</translation>
    </message>
    <message>
        <location filename="../../ui/review/preview.py" line="117"/>
        <source>Not for this role</source>
        <translation>Vai trò này không được xem</translation>
    </message>
    <message>
        <location filename="../../ui/review/preview.py" line="124"/>
        <source>No picture</source>
        <translation>Không có hình</translation>
    </message>
</context>
<context>
    <name>ProlongDialog</name>
    <message>
        <location filename="../../ui/holds/dialogs.py" line="186"/>
        <source>{cameras}
{span}
Now: {until}</source>
        <translation>{cameras}
{span}
Hiện nay: {until}</translation>
    </message>
</context>
<context>
    <name>QueuePart</name>
    <message>
        <location filename="../../ui/evidence/queue_part.py" line="65"/>
        <source>What is exported</source>
        <translation>Các gói đang xuất</translation>
    </message>
    <message>
        <location filename="../../ui/evidence/queue_part.py" line="131"/>
        <source>Exporting and waiting</source>
        <translation>Đang xuất và chờ xuất</translation>
    </message>
    <message>
        <location filename="../../ui/evidence/queue_part.py" line="128"/>
        <source>Nothing is exported now</source>
        <translation>Không có gói nào đang xuất</translation>
    </message>
    <message>
        <location filename="../../ui/evidence/queue_part.py" line="130"/>
        <source>Nothing is exported now; what was not made</source>
        <translation>Không có gói nào đang xuất; gói chưa xuất được</translation>
    </message>
    <message>
        <location filename="../../ui/evidence/queue_part.py" line="173"/>
        <source>Stop this export</source>
        <translation>Dừng xuất gói này</translation>
    </message>
    <message>
        <location filename="../../ui/evidence/queue_part.py" line="175"/>
        <source>{cameras}

What was copied so far is removed from the medium. It can be tried again, from its beginning.</source>
        <translation>{cameras}

Phần đã chép sẽ bị xoá khỏi thiết bị. Có thể xuất lại từ đầu.</translation>
    </message>
    <message>
        <location filename="../../ui/evidence/queue_part.py" line="178"/>
        <source>Stop the export</source>
        <translation>Dừng xuất</translation>
    </message>
</context>
<context>
    <name>QueueTable</name>
    <message>
        <location filename="../../ui/evidence/queue_table.py" line="94"/>
        <source>{percent} % · {step}</source>
        <translation>{percent} % · {step}</translation>
    </message>
    <message>
        <location filename="../../ui/evidence/queue_table.py" line="96"/>
        <source>{percent} % · {step} · {left} left</source>
        <translation>{percent} % · {step} · còn {left}</translation>
    </message>
    <message>
        <location filename="../../ui/evidence/queue_table.py" line="102"/>
        <source>waits, number {place}</source>
        <translation>đang chờ, số {place}</translation>
    </message>
    <message>
        <location filename="../../ui/evidence/queue_table.py" line="115"/>
        <source>Request</source>
        <translation>Phiếu</translation>
    </message>
    <message>
        <location filename="../../ui/evidence/queue_table.py" line="116"/>
        <source>Cameras</source>
        <translation>Camera</translation>
    </message>
    <message>
        <location filename="../../ui/evidence/queue_table.py" line="117"/>
        <source>Queued by</source>
        <translation>Người xếp hàng</translation>
    </message>
    <message>
        <location filename="../../ui/evidence/queue_table.py" line="118"/>
        <source>How it stands</source>
        <translation>Tình hình</translation>
    </message>
</context>
<context>
    <name>ReadersField</name>
    <message>
        <location filename="../../ui/cases/place_fields.py" line="148"/>
        <source>Space names an officer, or takes him out</source>
        <translation>Phím cách để thêm hoặc bỏ một cán bộ</translation>
    </message>
</context>
<context>
    <name>ReasonDialog</name>
    <message>
        <location filename="../../ui/access/reason_dialog.py" line="47"/>
        <location filename="../../ui/access/reason_dialog.py" line="50"/>
        <source>Reason</source>
        <translation>Lý do</translation>
    </message>
</context>
<context>
    <name>RecordingCounts</name>
    <message>
        <location filename="../../ui/recording/counts.py" line="47"/>
        <source>Recorded: {done}/{wanted}</source>
        <translation>Ghi: {done}/{wanted}</translation>
    </message>
    <message>
        <location filename="../../ui/recording/counts.py" line="48"/>
        <source>{count}: show the devices</source>
        <translation>{count}: xem danh sách thiết bị</translation>
    </message>
    <message>
        <location filename="../../ui/recording/counts.py" line="51"/>
        <source>Disk: {days} days</source>
        <translation>Đĩa: {days} ngày</translation>
    </message>
    <message>
        <location filename="../../ui/recording/counts.py" line="52"/>
        <source>So many days fit on the disks at the present rate; show the settings</source>
        <translation>Với tốc độ ghi hiện nay, ổ đĩa chứa được chừng ấy ngày; mở cài đặt</translation>
    </message>
</context>
<context>
    <name>RecordingPart</name>
    <message>
        <location filename="../../ui/settings/recording.py" line="73"/>
        <source>Change the rule…</source>
        <translation>Sửa quy tắc…</translation>
    </message>
    <message>
        <location filename="../../ui/settings/recording.py" line="78"/>
        <location filename="../../ui/settings/recording.py" line="128"/>
        <source>Folders for footage</source>
        <translation>Ổ lưu hình</translation>
    </message>
    <message>
        <location filename="../../ui/settings/recording.py" line="81"/>
        <source>No folder yet, so nothing is recorded. Add one on a disk of this PC.</source>
        <translation>Chưa có ổ lưu hình nào nên chưa ghi gì. Hãy thêm một thư mục trên ổ đĩa của máy này.</translation>
    </message>
    <message>
        <location filename="../../ui/settings/recording.py" line="85"/>
        <source>Add a folder…</source>
        <translation>Thêm ổ lưu…</translation>
    </message>
    <message>
        <location filename="../../ui/settings/recording.py" line="86"/>
        <source>Write there first</source>
        <translation>Ghi vào đây trước</translation>
    </message>
    <message>
        <location filename="../../ui/settings/recording.py" line="88"/>
        <source>Forget</source>
        <translation>Bỏ khỏi danh sách</translation>
    </message>
    <message>
        <location filename="../../ui/settings/recording.py" line="90"/>
        <source>New footage goes to this folder as long as it has room</source>
        <translation>Hình mới ghi vào ổ này khi còn chỗ</translation>
    </message>
    <message>
        <location filename="../../ui/settings/recording.py" line="94"/>
        <source>Only a folder that is not written to and holds no footage any more</source>
        <translation>Chỉ bỏ được ổ đã ngừng ghi và không còn hình nào</translation>
    </message>
    <message>
        <location filename="../../ui/settings/recording.py" line="116"/>
        <source>Storage calculator</source>
        <translation>Bảng tính dung lượng</translation>
    </message>
    <message>
        <location filename="../../ui/settings/recording.py" line="123"/>
        <source>Recording</source>
        <translation>Ghi hình</translation>
    </message>
    <message>
        <location filename="../../ui/settings/recording.py" line="133"/>
        <source>How many days fit, by what is recorded</source>
        <translation>Lưu được bao nhiêu ngày, theo cách ghi</translation>
    </message>
    <message>
        <location filename="../../ui/settings/recording.py" line="264"/>
        <source>Every camera without a rule of its own: {rule}.</source>
        <translation>Mọi camera không có quy tắc riêng: {rule}.</translation>
    </message>
    <message>
        <location filename="../../ui/settings/recording.py" line="270"/>
        <source>Folder</source>
        <translation>Thư mục</translation>
    </message>
    <message>
        <location filename="../../ui/settings/recording.py" line="271"/>
        <source>State</source>
        <translation>Trạng thái</translation>
    </message>
    <message>
        <location filename="../../ui/settings/recording.py" line="272"/>
        <source>Footage</source>
        <translation>Hình đã ghi</translation>
    </message>
    <message>
        <location filename="../../ui/settings/recording.py" line="273"/>
        <source>Free</source>
        <translation>Còn trống</translation>
    </message>
    <message>
        <location filename="../../ui/settings/recording.py" line="274"/>
        <source>Left free</source>
        <translation>Chừa lại</translation>
    </message>
    <message>
        <location filename="../../ui/settings/recording.py" line="291"/>
        <source>{state}, not written to</source>
        <translation>{state}, ngừng ghi mới</translation>
    </message>
    <message>
        <location filename="../../ui/settings/recording.py" line="303"/>
        <source>What is recorded</source>
        <translation>Cách ghi</translation>
    </message>
    <message>
        <location filename="../../ui/settings/recording.py" line="303"/>
        <source>Cameras</source>
        <translation>Camera</translation>
    </message>
    <message>
        <location filename="../../ui/settings/recording.py" line="303"/>
        <source>A day</source>
        <translation>Mỗi ngày</translation>
    </message>
    <message>
        <location filename="../../ui/settings/recording.py" line="307"/>
        <source>All disks</source>
        <translation>Cộng các ổ</translation>
    </message>
    <message>
        <location filename="../../ui/settings/recording.py" line="307"/>
        <source>Days</source>
        <translation>Số ngày</translation>
    </message>
    <message>
        <location filename="../../ui/settings/recording.py" line="315"/>
        <source>{days} days</source>
        <translation>{days} ngày</translation>
    </message>
    <message>
        <location filename="../../ui/settings/recording.py" line="320"/>
        <source>{measured} of {cameras} recorded cameras were measured; the others are reckoned as usual ones.</source>
        <translation>Đã đo {measured} trong {cameras} camera được ghi; số còn lại tính theo mức thường gặp.</translation>
    </message>
    <message>
        <location filename="../../ui/settings/recording.py" line="334"/>
        <source>As it is now</source>
        <translation>Như hiện nay</translation>
    </message>
    <message>
        <location filename="../../ui/settings/recording.py" line="336"/>
        <source>Every camera, sub stream, always</source>
        <translation>Mọi camera, luồng phụ, luôn luôn</translation>
    </message>
    <message>
        <location filename="../../ui/settings/recording.py" line="338"/>
        <source>Every camera, main stream, always</source>
        <translation>Mọi camera, luồng chính, luôn luôn</translation>
    </message>
    <message>
        <location filename="../../ui/settings/recording.py" line="363"/>
        <source>Write there again</source>
        <translation>Ghi lại vào đây</translation>
    </message>
    <message>
        <location filename="../../ui/settings/recording.py" line="363"/>
        <source>Write nothing new there</source>
        <translation>Ngừng ghi mới vào đây</translation>
    </message>
    <message>
        <location filename="../../ui/settings/recording.py" line="91"/>
        <source>What lies there is kept until its days are over</source>
        <translation>Hình đang có vẫn giữ cho đến khi hết hạn</translation>
    </message>
</context>
<context>
    <name>ReleaseDialog</name>
    <message>
        <location filename="../../ui/holds/dialogs.py" line="252"/>
        <source>Hold this footage no longer</source>
        <translation>Thôi lưu giữ hình này</translation>
    </message>
    <message>
        <location filename="../../ui/holds/dialogs.py" line="254"/>
        <source>{cameras}
{span}

What is older than its days is removed within a minute, and nobody brings it back. Two officers must agree, and the log names both.</source>
        <translation>{cameras}
{span}

Hình đã quá số ngày giữ sẽ bị xoá trong vòng một phút và không ai lấy lại được. Cần hai cán bộ đồng ý; nhật ký ghi tên cả hai.</translation>
    </message>
    <message>
        <location filename="../../ui/holds/dialogs.py" line="257"/>
        <source>Release the footage</source>
        <translation>Thôi lưu giữ</translation>
    </message>
</context>
<context>
    <name>Reminding</name>
    <message>
        <location filename="../../ui/holds/reminding.py" line="56"/>
        <source>Holds that run out within a week: {count}, the first on {day}. Their footage is removed then. Ctrl+H in Review lists them; F2 prolongs one.</source>
        <translation>Sắp hết hạn lưu giữ trong một tuần tới: {count} lệnh, sớm nhất vào {day}. Hết hạn thì hình bị xoá. Mở Xem lại, nhấn Ctrl+H để xem; F2 kéo dài.</translation>
    </message>
</context>
<context>
    <name>RemoveDialog</name>
    <message>
        <location filename="../../ui/fleet/remove_dialog.py" line="16"/>
        <source>Remove a camera</source>
        <translation>Xoá camera</translation>
    </message>
    <message>
        <location filename="../../ui/fleet/remove_dialog.py" line="17"/>
        <source>{number:02} {name}</source>
        <translation>{number:02} {name}</translation>
    </message>
    <message>
        <location filename="../../ui/fleet/remove_dialog.py" line="22"/>
        <source>Its address and password are forgotten. This cannot be undone.</source>
        <translation>Địa chỉ và mật khẩu của camera sẽ bị xoá. Không thể hoàn tác.</translation>
    </message>
    <message>
        <location filename="../../ui/fleet/remove_dialog.py" line="27"/>
        <source>What was recorded of it stays until its days are over, and what is held as long as it is held. Until then it is watched from its bookmarks, cases and holds, by whoever sees every camera.</source>
        <translation>Hình đã ghi còn đến hết số ngày giữ, hình lưu giữ thì còn đến khi thôi lưu giữ. Trong thời gian đó, người xem được mọi camera vẫn xem lại được từ dấu mốc, vụ việc và hình lưu giữ.</translation>
    </message>
    <message>
        <location filename="../../ui/fleet/remove_dialog.py" line="35"/>
        <source>Keep it</source>
        <translation>Giữ lại</translation>
    </message>
    <message>
        <location filename="../../ui/fleet/remove_dialog.py" line="36"/>
        <source>Close and change nothing (Esc)</source>
        <translation>Đóng, không thay đổi gì (Esc)</translation>
    </message>
    <message>
        <location filename="../../ui/fleet/remove_dialog.py" line="40"/>
        <source>Remove camera {number:02} and its password</source>
        <translation>Xoá camera {number:02} và mật khẩu</translation>
    </message>
</context>
<context>
    <name>Removed</name>
    <message>
        <location filename="../../ui/review/removed.py" line="57"/>
        <source>id {id} · {day}</source>
        <translation>mã {id} · {day}</translation>
    </message>
    <message>
        <location filename="../../ui/review/removed.py" line="58"/>
        <source>{camera}: footage until {time}</source>
        <translation>{camera}: có hình đến {time}</translation>
    </message>
</context>
<context>
    <name>RequestAnswers</name>
    <message>
        <location filename="../../ui/requests/answers.py" line="53"/>
        <source>Approved: {number}</source>
        <translation>Đã duyệt: {number}</translation>
    </message>
    <message>
        <location filename="../../ui/requests/answers.py" line="64"/>
        <source>Approved in part: {number}</source>
        <translation>Đã duyệt một phần: {number}</translation>
    </message>
    <message>
        <location filename="../../ui/requests/answers.py" line="71"/>
        <source>Refuse {number}</source>
        <translation>Từ chối {number}</translation>
    </message>
    <message>
        <location filename="../../ui/requests/answers.py" line="72"/>
        <source>Nothing is exported for it. Whoever asked reads the reason.</source>
        <translation>Sẽ không trích xuất gì cho phiếu này. Người lập phiếu sẽ đọc lý do.</translation>
    </message>
    <message>
        <location filename="../../ui/requests/answers.py" line="73"/>
        <source>Refuse</source>
        <translation>Từ chối</translation>
    </message>
    <message>
        <location filename="../../ui/requests/answers.py" line="80"/>
        <source>Refused: {number}</source>
        <translation>Đã từ chối: {number}</translation>
    </message>
    <message>
        <location filename="../../ui/requests/answers.py" line="87"/>
        <source>Erase the persons of {number}</source>
        <translation>Xoá người được nêu trong {number}</translation>
    </message>
    <message>
        <location filename="../../ui/requests/answers.py" line="89"/>
        <source>Who asked in person and whom it is handed to are gone for good. The unit, the purpose and the scanned papers stay, and so do backups that were made before.</source>
        <translation>Tên người yêu cầu và người nhận bị xoá hẳn. Đơn vị, mục đích và bản quét vẫn còn, các bản sao lưu đã tạo trước đó cũng vậy.</translation>
    </message>
    <message>
        <location filename="../../ui/requests/answers.py" line="92"/>
        <source>Erase the persons</source>
        <translation>Xoá tên người</translation>
    </message>
    <message>
        <location filename="../../ui/requests/answers.py" line="95"/>
        <source>Persons erased: {number}</source>
        <translation>Đã xoá tên người: {number}</translation>
    </message>
</context>
<context>
    <name>RequestFields</name>
    <message>
        <location filename="../../ui/evidence/request_fields.py" line="104"/>
        <source>such as 125/YC-CSĐT</source>
        <translation>ví dụ 125/YC-CSĐT</translation>
    </message>
    <message>
        <location filename="../../ui/evidence/request_fields.py" line="105"/>
        <source>Number of the paper</source>
        <translation>Số công văn</translation>
    </message>
    <message>
        <location filename="../../ui/evidence/request_fields.py" line="106"/>
        <source>Date of the paper</source>
        <translation>Ngày công văn</translation>
    </message>
    <message>
        <location filename="../../ui/evidence/request_fields.py" line="106"/>
        <source>such as 22/11 or today</source>
        <translation>ví dụ 22/11 hoặc hôm nay</translation>
    </message>
    <message>
        <location filename="../../ui/evidence/request_fields.py" line="107"/>
        <source>who asks: unit, office, court</source>
        <translation>cơ quan, đơn vị, toà án yêu cầu</translation>
    </message>
    <message>
        <location filename="../../ui/evidence/request_fields.py" line="108"/>
        <source>Requesting unit</source>
        <translation>Đơn vị yêu cầu</translation>
    </message>
    <message>
        <location filename="../../ui/evidence/request_fields.py" line="109"/>
        <source>rank and name, as on the paper</source>
        <translation>cấp bậc, họ tên như trên công văn</translation>
    </message>
    <message>
        <location filename="../../ui/evidence/request_fields.py" line="110"/>
        <source>Person who asks</source>
        <translation>Người yêu cầu</translation>
    </message>
    <message>
        <location filename="../../ui/evidence/request_fields.py" line="111"/>
        <source>Legal basis</source>
        <translation>Căn cứ pháp lý</translation>
    </message>
    <message>
        <location filename="../../ui/evidence/request_fields.py" line="112"/>
        <source>Purpose</source>
        <translation>Mục đích</translation>
    </message>
    <message>
        <location filename="../../ui/evidence/request_fields.py" line="113"/>
        <source>who fetches it</source>
        <translation>người đến nhận</translation>
    </message>
    <message>
        <location filename="../../ui/evidence/request_fields.py" line="114"/>
        <source>To be handed to</source>
        <translation>Bàn giao cho</translation>
    </message>
    <message>
        <location filename="../../ui/evidence/request_fields.py" line="115"/>
        <source>such as 31/12, or 5 for in five days</source>
        <translation>ví dụ 31/12, hoặc 5 là năm ngày nữa</translation>
    </message>
    <message>
        <location filename="../../ui/evidence/request_fields.py" line="116"/>
        <source>Wanted by</source>
        <translation>Hạn cần có</translation>
    </message>
    <message>
        <location filename="../../ui/evidence/request_fields.py" line="144"/>
        <source>Urgent: export first, approve within 24 hours</source>
        <translation>Khẩn: trích xuất trước, duyệt trong 24 giờ</translation>
    </message>
    <message>
        <location filename="../../ui/evidence/request_fields.py" line="147"/>
        <source>It waits for the chief all the same; the paper may follow (Space)</source>
        <translation>Phiếu vẫn chờ chỉ huy duyệt; công văn bổ sung sau (phím cách)</translation>
    </message>
    <message>
        <location filename="../../ui/evidence/request_fields.py" line="155"/>
        <source>Of no case</source>
        <translation>Không thuộc vụ nào</translation>
    </message>
    <message>
        <location filename="../../ui/evidence/request_fields.py" line="157"/>
        <source>Let it belong to no case (Space)</source>
        <translation>Bỏ liên kết với vụ việc (phím cách)</translation>
    </message>
    <message>
        <location filename="../../ui/evidence/request_fields.py" line="167"/>
        <source>As the camera sent it, untouched: what counts as evidence (Space)</source>
        <translation>Đúng như camera gửi về, không chỉnh sửa: đây mới là chứng cứ (phím cách)</translation>
    </message>
    <message>
        <location filename="../../ui/evidence/request_fields.py" line="169"/>
        <source>To be looked at anywhere, with masks, place and time on it (Space)</source>
        <translation>Xem được ở mọi máy, có che mờ, ghi rõ địa điểm và thời gian (phím cách)</translation>
    </message>
    <message>
        <location filename="../../ui/evidence/request_fields.py" line="172"/>
        <source>What was heard goes with the originals; not ticked, it stays here (Space)</source>
        <translation>Tiếng đã ghi đi kèm bản gốc; không đánh dấu thì bản gốc trong gói không có tiếng (phím cách)</translation>
    </message>
    <message>
        <location filename="../../ui/evidence/request_fields.py" line="174"/>
        <source>Single pictures of the originals, each with its time (Space)</source>
        <translation>Ảnh tách từ bản gốc, mỗi ảnh có thời điểm (phím cách)</translation>
    </message>
    <message>
        <location filename="../../ui/evidence/request_fields.py" line="204"/>
        <source>Which footage</source>
        <translation>Cần hình của camera nào, lúc nào</translation>
    </message>
    <message>
        <location filename="../../ui/evidence/request_fields.py" line="206"/>
        <source>In which form</source>
        <translation>Dạng cần có</translation>
    </message>
    <message>
        <location filename="../../ui/evidence/request_fields.py" line="210"/>
        <source>Case</source>
        <translation>Vụ việc</translation>
    </message>
    <message>
        <location filename="../../ui/evidence/request_fields.py" line="372"/>
        <source>of no case</source>
        <translation>không thuộc vụ nào</translation>
    </message>
</context>
<context>
    <name>RequestFormView</name>
    <message>
        <location filename="../../ui/evidence/request_form.py" line="88"/>
        <source>Esc keeps it as a draft and goes back.</source>
        <translation>Esc lưu thành bản nháp và quay lại.</translation>
    </message>
    <message>
        <location filename="../../ui/evidence/request_form.py" line="188"/>
        <source>What you had typed and was not kept is back.</source>
        <translation>Nội dung đồng chí gõ mà chưa lưu đã được mở lại.</translation>
    </message>
    <message>
        <location filename="../../ui/evidence/request_form.py" line="269"/>
        <source>Not kept yet: one of the fields is not clear. Esc once more goes back; what you typed is there when you come here again.</source>
        <translation>Chưa lưu: có ô chưa rõ. Bấm Esc lần nữa để quay lại; nội dung đã gõ vẫn còn khi đồng chí mở lại trang này.</translation>
    </message>
    <message>
        <location filename="../../ui/evidence/request_form.py" line="297"/>
        <source>Kept as {number} at {time}</source>
        <translation>Đã lưu {number} lúc {time}</translation>
    </message>
    <message>
        <location filename="../../ui/evidence/request_form.py" line="310"/>
        <source>Handed in: {number} waits for the chief.</source>
        <translation>Đã trình: {number} đang chờ chỉ huy duyệt.</translation>
    </message>
    <message>
        <location filename="../../ui/evidence/request_form.py" line="318"/>
        <source>Look at the field that is marked.</source>
        <translation>Xem lại ô được đánh dấu.</translation>
    </message>
    <message>
        <location filename="../../ui/evidence/request_form.py" line="322"/>
        <source>Not done, and nothing is lost: {problem}</source>
        <translation>Chưa thực hiện được, không mất gì: {problem}</translation>
    </message>
    <message>
        <location filename="../../ui/evidence/request_form.py" line="341"/>
        <source>Somebody else changed this draft meanwhile. Nothing of yours was written: keep yours (Ctrl+M) or take theirs (Ctrl+Shift+M).</source>
        <translation>Có người khác vừa sửa bản nháp này. Nội dung của đồng chí chưa được ghi: giữ của mình (Ctrl+M) hay lấy của họ (Ctrl+Shift+M).</translation>
    </message>
    <message>
        <location filename="../../ui/evidence/request_form.py" line="346"/>
        <source>Somebody else handed this draft in, or withdrew it. Ctrl+M keeps what you typed as a new draft, Ctrl+Shift+M leaves it.</source>
        <translation>Có người khác đã trình hoặc rút bản nháp này. Ctrl+M lưu nội dung đã gõ thành bản nháp mới, Ctrl+Shift+M bỏ qua.</translation>
    </message>
    <message>
        <location filename="../../ui/evidence/request_form.py" line="384"/>
        <source>Of which case</source>
        <translation>Thuộc vụ việc nào</translation>
    </message>
    <message>
        <location filename="../../ui/evidence/request_form.py" line="384"/>
        <source>Of this case</source>
        <translation>Thuộc vụ này</translation>
    </message>
</context>
<context>
    <name>RequestText</name>
    <message>
        <location filename="../../ui/requests/text.py" line="32"/>
        <source>What the chosen request says</source>
        <translation>Nội dung phiếu đang chọn</translation>
    </message>
    <message>
        <location filename="../../ui/requests/text.py" line="40"/>
        <source>What is wanted, and what there is of it</source>
        <translation>Hình cần trích xuất và hình hiện có</translation>
    </message>
    <message>
        <location filename="../../ui/requests/text.py" line="48"/>
        <source>How it went</source>
        <translation>Quá trình</translation>
    </message>
    <message>
        <location filename="../../ui/requests/text.py" line="131"/>
        <source>urgent</source>
        <translation>khẩn</translation>
    </message>
    <message>
        <location filename="../../ui/requests/text.py" line="140"/>
        <source>Refused: {reason}</source>
        <translation>Từ chối: {reason}</translation>
    </message>
    <message>
        <location filename="../../ui/requests/text.py" line="142"/>
        <source>Approved in part: {reason}</source>
        <translation>Duyệt một phần: {reason}</translation>
    </message>
    <message>
        <location filename="../../ui/requests/text.py" line="147"/>
        <source>(erased)</source>
        <translation>(đã xoá)</translation>
    </message>
    <message>
        <location filename="../../ui/requests/text.py" line="149"/>
        <source>Paper</source>
        <translation>Công văn</translation>
    </message>
    <message>
        <location filename="../../ui/requests/text.py" line="149"/>
        <source>none</source>
        <translation>chưa có</translation>
    </message>
    <message>
        <location filename="../../ui/requests/text.py" line="150"/>
        <source>Asked by</source>
        <translation>Đơn vị yêu cầu</translation>
    </message>
    <message>
        <location filename="../../ui/requests/text.py" line="152"/>
        <source>In person</source>
        <translation>Người yêu cầu</translation>
    </message>
    <message>
        <location filename="../../ui/requests/text.py" line="153"/>
        <source>Purpose</source>
        <translation>Mục đích</translation>
    </message>
    <message>
        <location filename="../../ui/requests/text.py" line="154"/>
        <source>Legal basis</source>
        <translation>Căn cứ pháp lý</translation>
    </message>
    <message>
        <location filename="../../ui/requests/text.py" line="156"/>
        <source>Handed to</source>
        <translation>Bàn giao cho</translation>
    </message>
    <message>
        <location filename="../../ui/requests/text.py" line="158"/>
        <source>Wanted by</source>
        <translation>Hạn cần có</translation>
    </message>
    <message>
        <location filename="../../ui/requests/text.py" line="161"/>
        <source>a case that is not for you</source>
        <translation>vụ việc không dành cho đồng chí</translation>
    </message>
    <message>
        <location filename="../../ui/requests/text.py" line="162"/>
        <source>Case</source>
        <translation>Vụ việc</translation>
    </message>
    <message>
        <location filename="../../ui/requests/text.py" line="163"/>
        <source>Written by</source>
        <translation>Người lập</translation>
    </message>
    <message>
        <location filename="../../ui/requests/text.py" line="168"/>
        <source>No camera is named yet.</source>
        <translation>Chưa nêu camera nào.</translation>
    </message>
    <message>
        <location filename="../../ui/requests/text.py" line="189"/>
        <source>Not allowed</source>
        <translation>Không cho phép</translation>
    </message>
    <message>
        <location filename="../../ui/requests/text.py" line="191"/>
        <source>Allowed as it was asked</source>
        <translation>Cho phép như yêu cầu</translation>
    </message>
    <message>
        <location filename="../../ui/requests/text.py" line="192"/>
        <source>Allowed: {spans}</source>
        <translation>Cho phép: {spans}</translation>
    </message>
</context>
<context>
    <name>RequestView</name>
    <message>
        <location filename="../../ui/evidence/request_view.py" line="209"/>
        <source>Handed in: {number} waits for the chief.</source>
        <translation>Đã trình: {number} đang chờ chỉ huy duyệt.</translation>
    </message>
    <message>
        <location filename="../../ui/evidence/request_view.py" line="215"/>
        <source>Withdraw {number}</source>
        <translation>Rút {number}</translation>
    </message>
    <message>
        <location filename="../../ui/evidence/request_view.py" line="217"/>
        <source>It is over then: its number stays used, and what waits in the queue for it is cancelled. Another request is a new one.</source>
        <translation>Phiếu kết thúc: số phiếu không dùng lại, gói đang chờ tạo bị huỷ. Muốn yêu cầu tiếp phải lập phiếu mới.</translation>
    </message>
    <message>
        <location filename="../../ui/evidence/request_view.py" line="220"/>
        <source>Withdraw the request</source>
        <translation>Rút phiếu</translation>
    </message>
    <message>
        <location filename="../../ui/evidence/request_view.py" line="223"/>
        <source>Withdrawn: {number}</source>
        <translation>Đã rút: {number}</translation>
    </message>
</context>
<context>
    <name>RequestsPage</name>
    <message>
        <location filename="../../ui/evidence/requests_page.py" line="88"/>
        <source>Find: number, unit, paper, purpose</source>
        <translation>Tìm: số phiếu, đơn vị, công văn, mục đích</translation>
    </message>
    <message>
        <location filename="../../ui/evidence/requests_page.py" line="104"/>
        <source>Requests</source>
        <translation>Phiếu yêu cầu</translation>
    </message>
    <message>
        <location filename="../../ui/evidence/requests_page.py" line="306"/>
        <source>{count} were exported and not approved within 24 hours.</source>
        <translation>{count} phiếu đã trích xuất mà quá 24 giờ chưa duyệt.</translation>
    </message>
</context>
<context>
    <name>ReserveDialog</name>
    <message>
        <location filename="../../ui/recording/volume_change.py" line="43"/>
        <location filename="../../ui/recording/volume_change.py" line="48"/>
        <source>Leave free on this disk</source>
        <translation>Để trống trên ổ này</translation>
    </message>
    <message>
        <location filename="../../ui/recording/volume_change.py" line="58"/>
        <source>Leave free (GB)</source>
        <translation>Để trống (GB)</translation>
    </message>
    <message>
        <location filename="../../ui/recording/volume_change.py" line="61"/>
        <source>more than now: the oldest footage goes soon, but what is held stays</source>
        <translation>nhiều hơn hiện nay thì hình cũ nhất bị xoá sớm; hình lưu giữ vẫn còn</translation>
    </message>
    <message>
        <location filename="../../ui/recording/volume_change.py" line="64"/>
        <source>Keep</source>
        <translation>Lưu</translation>
    </message>
    <message>
        <location filename="../../ui/recording/volume_change.py" line="68"/>
        <source>Keep this (Enter)</source>
        <translation>Lưu lại (Enter)</translation>
    </message>
    <message>
        <location filename="../../ui/recording/volume_change.py" line="70"/>
        <source>Cancel</source>
        <translation>Huỷ</translation>
    </message>
    <message>
        <location filename="../../ui/recording/volume_change.py" line="71"/>
        <source>Close without keeping (Esc)</source>
        <translation>Đóng mà không lưu (Esc)</translation>
    </message>
</context>
<context>
    <name>ReviewMarks</name>
    <message>
        <location filename="../../ui/bookmarks/on_review.py" line="60"/>
        <source>Choose the camera first whose moment shall be marked.</source>
        <translation>Hãy chọn camera cần đánh dấu trước.</translation>
    </message>
</context>
<context>
    <name>ReviewPage</name>
    <message>
        <location filename="../../ui/review/page.py" line="326"/>
        <source>Removed cameras are for those who see every camera.</source>
        <translation>Camera đã gỡ chỉ người xem được mọi camera mới xem được.</translation>
    </message>
    <message>
        <location filename="../../ui/review/page.py" line="343"/>
        <source>Choose a camera: double-click it in the list, or type its number and Enter.
From the wall, X opens the chosen camera 30 seconds back.</source>
        <translation>Chọn camera: nhấp đúp trong danh sách, hoặc gõ số rồi Enter.
Từ tường camera, phím X mở camera đang chọn, lùi lại 30 giây.</translation>
    </message>
    <message>
        <location filename="../../ui/review/page.py" line="271"/>
        <source>There is no camera {number}.</source>
        <translation>Không có camera số {number}.</translation>
    </message>
</context>
<context>
    <name>RuleDialog</name>
    <message>
        <location filename="../../ui/recording/rule_dialog.py" line="48"/>
        <location filename="../../ui/recording/rule_dialog.py" line="73"/>
        <source>Recording</source>
        <translation>Ghi hình</translation>
    </message>
    <message>
        <location filename="../../ui/recording/rule_dialog.py" line="65"/>
        <source>Camera {number:02} {name} alone</source>
        <translation>Riêng camera {number:02} {name}</translation>
    </message>
    <message>
        <location filename="../../ui/recording/rule_dialog.py" line="68"/>
        <source>Every camera of cluster {number} {name}</source>
        <translation>Mọi camera của cụm {number} {name}</translation>
    </message>
    <message>
        <location filename="../../ui/recording/rule_dialog.py" line="70"/>
        <source>Every camera of the station</source>
        <translation>Mọi camera của đơn vị</translation>
    </message>
    <message>
        <location filename="../../ui/recording/rule_dialog.py" line="80"/>
        <source>For</source>
        <translation>Áp dụng cho</translation>
    </message>
    <message>
        <location filename="../../ui/recording/rule_dialog.py" line="101"/>
        <source>Follow the wider rule again</source>
        <translation>Bỏ quy tắc riêng</translation>
    </message>
    <message>
        <location filename="../../ui/recording/rule_dialog.py" line="103"/>
        <source>Drop this rule; the next wider one holds</source>
        <translation>Bỏ quy tắc này, theo quy tắc rộng hơn</translation>
    </message>
    <message>
        <location filename="../../ui/recording/rule_dialog.py" line="106"/>
        <source>Cancel</source>
        <translation>Huỷ</translation>
    </message>
    <message>
        <location filename="../../ui/recording/rule_dialog.py" line="107"/>
        <source>Close without keeping (Esc)</source>
        <translation>Đóng, không lưu (Esc)</translation>
    </message>
    <message>
        <location filename="../../ui/recording/rule_dialog.py" line="110"/>
        <source>Keep</source>
        <translation>Lưu</translation>
    </message>
    <message>
        <location filename="../../ui/recording/rule_dialog.py" line="114"/>
        <source>Keep this rule (Enter)</source>
        <translation>Lưu quy tắc này (Enter)</translation>
    </message>
    <message>
        <location filename="../../ui/recording/rule_dialog.py" line="133"/>
        <source>{recorded}. Over its line this month: {used}.</source>
        <translation>{recorded}. Tháng này đường truyền đã dùng: {used}.</translation>
    </message>
    <message>
        <location filename="../../ui/recording/rule_dialog.py" line="170"/>
        <source>No rule of its own yet; it follows the wider one: {rule}.</source>
        <translation>Chưa có quy tắc riêng, đang theo quy tắc rộng hơn: {rule}.</translation>
    </message>
    <message>
        <location filename="../../ui/recording/rule_dialog.py" line="172"/>
        <source>Holds where neither the camera nor its cluster has a rule: {rule}.</source>
        <translation>Dùng khi cả camera lẫn cụm đều không có quy tắc riêng: {rule}.</translation>
    </message>
    <message>
        <location filename="../../ui/recording/rule_dialog.py" line="174"/>
        <source>It has a rule of its own: {rule}.</source>
        <translation>Đang có quy tắc riêng: {rule}.</translation>
    </message>
</context>
<context>
    <name>RuleForm</name>
    <message>
        <location filename="../../ui/recording/rule_form.py" line="38"/>
        <source>Without sound</source>
        <translation>Không ghi tiếng</translation>
    </message>
    <message>
        <location filename="../../ui/recording/rule_form.py" line="38"/>
        <source>With sound</source>
        <translation>Ghi cả tiếng</translation>
    </message>
    <message>
        <location filename="../../ui/recording/rule_form.py" line="41"/>
        <source>Two or more</source>
        <translation>Hai trở lên</translation>
    </message>
    <message>
        <location filename="../../ui/recording/rule_form.py" line="41"/>
        <source>One only (a donated line)</source>
        <translation>Chỉ một (đường truyền nhà dân cho nhờ)</translation>
    </message>
    <message>
        <location filename="../../ui/recording/rule_form.py" line="56"/>
        <source>When</source>
        <translation>Ghi khi nào</translation>
    </message>
    <message>
        <location filename="../../ui/recording/rule_form.py" line="65"/>
        <source>Keep for (days)</source>
        <translation>Giữ hình (ngày)</translation>
    </message>
    <message>
        <location filename="../../ui/recording/rule_form.py" line="65"/>
        <source>1 to 3650</source>
        <translation>1 đến 3650; hình được lưu giữ thì giữ lâu hơn</translation>
    </message>
    <message>
        <location filename="../../ui/recording/rule_form.py" line="57"/>
        <source>Which picture</source>
        <translation>Ghi luồng nào</translation>
    </message>
    <message>
        <location filename="../../ui/recording/rule_form.py" line="67"/>
        <source>At most (per cent of the disks)</source>
        <translation>Chiếm nhiều nhất (% ổ lưu hình)</translation>
    </message>
    <message>
        <location filename="../../ui/recording/rule_form.py" line="67"/>
        <source>empty: no limit</source>
        <translation>để trống: không giới hạn</translation>
    </message>
    <message>
        <location filename="../../ui/recording/rule_form.py" line="58"/>
        <source>Sound</source>
        <translation>Tiếng</translation>
    </message>
    <message>
        <location filename="../../ui/recording/rule_form.py" line="69"/>
        <source>Data over the line (GB a month)</source>
        <translation>Dữ liệu qua đường truyền (GB mỗi tháng)</translation>
    </message>
    <message>
        <location filename="../../ui/recording/rule_form.py" line="63"/>
        <source>empty: no limit; recording pauses when it is used up</source>
        <translation>để trống: không giới hạn; dùng hết thì tạm ngừng ghi</translation>
    </message>
    <message>
        <location filename="../../ui/recording/rule_form.py" line="60"/>
        <source>Connections that the line bears</source>
        <translation>Số kết nối đường truyền chịu được</translation>
    </message>
    <message>
        <location filename="../../ui/recording/rule_form.py" line="54"/>
        <source>one: the wall shows what is recorded, and nothing beside it</source>
        <translation>một: tường chỉ chiếu luồng đang ghi, không mở thêm luồng khác</translation>
    </message>
</context>
<context>
    <name>SaveDialog</name>
    <message>
        <location filename="../../ui/cases/find_dialogs.py" line="44"/>
        <source>Save this search</source>
        <translation>Lưu nội dung tìm này</translation>
    </message>
    <message>
        <location filename="../../ui/cases/find_dialogs.py" line="44"/>
        <source>Rename the search</source>
        <translation>Đổi tên nội dung tìm</translation>
    </message>
    <message>
        <location filename="../../ui/cases/find_dialogs.py" line="45"/>
        <source>Save</source>
        <translation>Lưu</translation>
    </message>
    <message>
        <location filename="../../ui/cases/find_dialogs.py" line="49"/>
        <source>It looks for: {text}</source>
        <translation>Tìm: {text}</translation>
    </message>
    <message>
        <location filename="../../ui/cases/find_dialogs.py" line="57"/>
        <source>Name</source>
        <translation>Tên</translation>
    </message>
</context>
<context>
    <name>Screen</name>
    <message>
        <location filename="../../ui/exhibits/picture.py" line="39"/>
        <source>Picture of the file</source>
        <translation>Hình của tệp</translation>
    </message>
</context>
<context>
    <name>ScrubBar</name>
    <message>
        <location filename="../../ui/evidence/scrub_bar.py" line="48"/>
        <source>Time</source>
        <translation>Thời gian</translation>
    </message>
    <message>
        <location filename="../../ui/evidence/scrub_bar.py" line="50"/>
        <source>Drag, or with the keys: Left, Right 1 second; Shift 10 seconds; Home, End</source>
        <translation>Kéo chuột, hoặc dùng phím: Trái, Phải 1 giây; thêm Shift 10 giây; Home, End</translation>
    </message>
</context>
<context>
    <name>SecondDialog</name>
    <message>
        <location filename="../../ui/access/confirm.py" line="136"/>
        <source>A second officer approves</source>
        <translation>Cán bộ thứ hai phê duyệt</translation>
    </message>
    <message>
        <location filename="../../ui/access/confirm.py" line="138"/>
        <source>Two officers answer for this. The second one, who may do it himself, signs here; both are logged.</source>
        <translation>Việc này cần hai cán bộ chịu trách nhiệm. Cán bộ thứ hai, có quyền làm việc này, ký tại đây; cả hai được ghi nhật ký.</translation>
    </message>
    <message>
        <location filename="../../ui/access/confirm.py" line="143"/>
        <source>Two officers answer for this. The second one, anybody who may place holds, signs here; both are logged.</source>
        <translation>Việc này cần hai cán bộ chịu trách nhiệm. Cán bộ thứ hai, là bất cứ ai được lưu giữ hình, ký tại đây; cả hai được ghi nhật ký.</translation>
    </message>
    <message>
        <location filename="../../ui/access/confirm.py" line="146"/>
        <source>Approve</source>
        <translation>Phê duyệt</translation>
    </message>
    <message>
        <location filename="../../ui/access/confirm.py" line="157"/>
        <source>Password</source>
        <translation>Mật khẩu</translation>
    </message>
    <message>
        <location filename="../../ui/access/confirm.py" line="176"/>
        <source>{seconds} s left</source>
        <translation>Còn {seconds} giây</translation>
    </message>
</context>
<context>
    <name>SeekBar</name>
    <message>
        <location filename="../../ui/exhibits/seek_bar.py" line="27"/>
        <source>Place in the file</source>
        <translation>Vị trí trong tệp</translation>
    </message>
    <message>
        <location filename="../../ui/exhibits/seek_bar.py" line="38"/>
        <source>{at} of {length}</source>
        <translation>{at} trên {length}</translation>
    </message>
</context>
<context>
    <name>SettingsForm</name>
    <message>
        <location filename="../../ui/settings/form.py" line="57"/>
        <source>Unit</source>
        <translation>Đơn vị</translation>
    </message>
    <message>
        <location filename="../../ui/settings/form.py" line="58"/>
        <source>Screen</source>
        <translation>Màn hình</translation>
    </message>
    <message>
        <location filename="../../ui/settings/form.py" line="59"/>
        <source>Evidence</source>
        <translation>Chứng cứ</translation>
    </message>
    <message>
        <location filename="../../ui/settings/form.py" line="157"/>
        <source>Station name</source>
        <translation>Tên đơn vị</translation>
    </message>
    <message>
        <location filename="../../ui/settings/form.py" line="161"/>
        <source>Ward police</source>
        <translation>Công an phường</translation>
    </message>
    <message>
        <location filename="../../ui/settings/form.py" line="162"/>
        <source>Commune police</source>
        <translation>Công an xã</translation>
    </message>
    <message>
        <location filename="../../ui/settings/form.py" line="163"/>
        <source>Special zone police</source>
        <translation>Công an đặc khu</translation>
    </message>
    <message>
        <location filename="../../ui/settings/form.py" line="168"/>
        <source>Superior body</source>
        <translation>Cơ quan cấp trên</translation>
    </message>
    <message>
        <location filename="../../ui/settings/form.py" line="169"/>
        <source>stands above the station&apos;s name on official papers</source>
        <translation>in phía trên tên đơn vị trong văn bản</translation>
    </message>
    <message>
        <location filename="../../ui/settings/form.py" line="172"/>
        <source>Kind of unit</source>
        <translation>Loại đơn vị</translation>
    </message>
    <message>
        <location filename="../../ui/settings/form.py" line="181"/>
        <source>Language</source>
        <translation>Ngôn ngữ</translation>
    </message>
    <message>
        <location filename="../../ui/settings/form.py" line="183"/>
        <source>counts from the next start on</source>
        <translation>có hiệu lực từ lần mở sau</translation>
    </message>
    <message>
        <location filename="../../ui/settings/form.py" line="187"/>
        <source>Lock the screen after (minutes)</source>
        <translation>Tự khoá màn hình sau (phút)</translation>
    </message>
    <message>
        <location filename="../../ui/settings/form.py" line="189"/>
        <source>1 to 60 without a key or a mouse; the pictures keep playing</source>
        <translation>từ 1 đến 60 phút không có phím hay chuột; hình camera vẫn chạy</translation>
    </message>
    <message>
        <location filename="../../ui/settings/form.py" line="194"/>
        <source>Say that everything is logged</source>
        <translation>Báo rằng mọi việc đều được ghi nhật ký</translation>
    </message>
    <message>
        <location filename="../../ui/settings/form.py" line="195"/>
        <source>Say nothing</source>
        <translation>Không báo gì</translation>
    </message>
    <message>
        <location filename="../../ui/settings/form.py" line="196"/>
        <source>At sign-in</source>
        <translation>Khi đăng nhập</translation>
    </message>
    <message>
        <location filename="../../ui/settings/form.py" line="201"/>
        <source>Approve first, always</source>
        <translation>Luôn duyệt trước khi xuất</translation>
    </message>
    <message>
        <location filename="../../ui/settings/form.py" line="202"/>
        <source>Export first, approve within 24 hours</source>
        <translation>Xuất trước, duyệt trong 24 giờ</translation>
    </message>
    <message>
        <location filename="../../ui/settings/form.py" line="205"/>
        <source>Urgent requests</source>
        <translation>Phiếu yêu cầu khẩn</translation>
    </message>
    <message>
        <location filename="../../ui/settings/form.py" line="208"/>
        <source>Export first: an officer may export at once what his request calls urgent; from then on the chief has 24 hours to approve it.</source>
        <translation>Xuất trước: cán bộ được xuất ngay hình của phiếu ghi là khẩn; từ lúc đó chỉ huy có 24 giờ để duyệt.</translation>
    </message>
    <message>
        <location filename="../../ui/settings/form.py" line="214"/>
        <source>Time-stamp authority (RFC 3161)</source>
        <translation>Nơi cấp dấu thời gian (RFC 3161)</translation>
    </message>
    <message>
        <location filename="../../ui/settings/form.py" line="216"/>
        <source>Its address, such as http://tsa.example.vn/tsr; empty for none. It gets a hash and no picture, and no package waits for it longer than 10 seconds.</source>
        <translation>Địa chỉ, ví dụ http://tsa.example.vn/tsr; để trống nếu không có. Nơi đó chỉ nhận mã băm, không nhận hình; không gói nào phải chờ quá 10 giây.</translation>
    </message>
    <message>
        <location filename="../../ui/settings/form.py" line="227"/>
        <source>Second medium for backups</source>
        <translation>Nơi sao lưu thứ hai</translation>
    </message>
    <message>
        <location filename="../../ui/settings/form.py" line="228"/>
        <source>a folder on another disk, a USB stick or a share; empty for none</source>
        <translation>thư mục trên ổ khác, USB hoặc máy chủ; để trống nếu không có</translation>
    </message>
    <message>
        <location filename="../../ui/settings/form.py" line="233"/>
        <source>Choose a folder…</source>
        <translation>Chọn thư mục…</translation>
    </message>
    <message>
        <location filename="../../ui/settings/form.py" line="235"/>
        <source>Choose the folder on this PC</source>
        <translation>Chọn thư mục trên máy này</translation>
    </message>
    <message>
        <location filename="../../ui/settings/form.py" line="278"/>
        <source>Choose a folder</source>
        <translation>Chọn thư mục</translation>
    </message>
    <message>
        <location filename="../../ui/settings/form.py" line="108"/>
        <source>none</source>
        <translation>chưa có</translation>
    </message>
    <message>
        <location filename="../../ui/settings/form.py" line="60"/>
        <source>Backups</source>
        <translation>Sao lưu</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <location filename="../../ui/settings/page.py" line="91"/>
        <source>Settings</source>
        <translation>Cài đặt</translation>
    </message>
    <message>
        <location filename="../../ui/settings/page.py" line="152"/>
        <source>* must be filled in</source>
        <translation>* bắt buộc nhập</translation>
    </message>
    <message>
        <location filename="../../ui/settings/page.py" line="255"/>
        <source>Only an administrator may change them.</source>
        <translation>Chỉ quản trị mới được sửa.</translation>
    </message>
    <message>
        <location filename="../../ui/settings/page.py" line="263"/>
        <source>Kept at {time}.</source>
        <translation>Đã lưu lúc {time}.</translation>
    </message>
    <message>
        <location filename="../../ui/settings/page.py" line="279"/>
        <source>Not kept yet.</source>
        <translation>Chưa lưu.</translation>
    </message>
</context>
<context>
    <name>SheetDialog</name>
    <message>
        <location filename="../../ui/backups/dialogs.py" line="61"/>
        <source>The older sheet opens only the backups that were made before. Tear it up.</source>
        <translation>Phiếu cũ chỉ còn mở được các bản sao lưu trước đây. Hãy huỷ phiếu cũ khi đã có bản sao lưu mới.</translation>
    </message>
    <message>
        <location filename="../../ui/backups/dialogs.py" line="67"/>
        <source>It is in the safe</source>
        <translation>Đã cất vào két</translation>
    </message>
    <message>
        <location filename="../../ui/backups/dialogs.py" line="70"/>
        <source>Close; it is not shown again (Esc)</source>
        <translation>Đóng; sẽ không hiện lại nữa (Esc)</translation>
    </message>
</context>
<context>
    <name>SheetStep</name>
    <message>
        <location filename="../../ui/first_run/sheet.py" line="60"/>
        <source>The recovery sheet</source>
        <translation>Phiếu khôi phục</translation>
    </message>
    <message>
        <location filename="../../ui/first_run/sheet.py" line="62"/>
        <source>With this code and a backup the station comes back on another PC. It is shown this once: print it, and lock it into the safe.</source>
        <translation>Có mã này và một bản sao lưu thì dựng lại được trạm trên máy khác. Mã chỉ hiện lần này: hãy in ra và cất vào két.</translation>
    </message>
    <message>
        <location filename="../../ui/first_run/sheet.py" line="67"/>
        <source>Fingerprint of the station&apos;s key: {groups}</source>
        <translation>Dấu vân tay của khoá ký: {groups}</translation>
    </message>
    <message>
        <location filename="../../ui/first_run/sheet.py" line="91"/>
        <source>Print… (Ctrl+P)</source>
        <translation>In… (Ctrl+P)</translation>
    </message>
    <message>
        <location filename="../../ui/first_run/sheet.py" line="93"/>
        <source>Print the sheet (Ctrl+P)</source>
        <translation>In phiếu (Ctrl+P)</translation>
    </message>
    <message>
        <location filename="../../ui/first_run/sheet.py" line="95"/>
        <source>Save as PDF…</source>
        <translation>Lưu PDF…</translation>
    </message>
    <message>
        <location filename="../../ui/first_run/sheet.py" line="96"/>
        <source>Onto a USB stick to print elsewhere, not onto this PC</source>
        <translation>Lưu vào USB để in nơi khác, không lưu trên máy này</translation>
    </message>
    <message>
        <location filename="../../ui/first_run/sheet.py" line="120"/>
        <source>Recovery sheet</source>
        <translation>PHIẾU KHÔI PHỤC</translation>
    </message>
    <message>
        <location filename="../../ui/first_run/sheet.py" line="123"/>
        <source>Keep it in the safe, away from the PC.</source>
        <translation>Cất phiếu trong két, để xa máy tính.</translation>
    </message>
    <message>
        <location filename="../../ui/first_run/sheet.py" line="124"/>
        <source>After a disaster, on another PC:</source>
        <translation>Khi máy hỏng, làm trên máy khác:</translation>
    </message>
    <message>
        <location filename="../../ui/first_run/sheet.py" line="126"/>
        <source>Fingerprint of the station&apos;s key, to compare with the screen:</source>
        <translation>Dấu vân tay của khoá ký, để so với màn hình:</translation>
    </message>
    <message>
        <location filename="../../ui/first_run/sheet.py" line="128"/>
        <source>The same, as packages of evidence and their checkers show it:</source>
        <translation>Cùng dấu vân tay ấy, như gói chứng cứ và trang kiểm tra của gói hiển thị:</translation>
    </message>
    <message>
        <location filename="../../ui/first_run/sheet.py" line="141"/>
        <source>Open a command window in the folder of the program, and set it up:{commands}</source>
        <translation>Mở cửa sổ lệnh trong thư mục của chương trình rồi cài đặt:{commands}</translation>
    </message>
    <message>
        <location filename="../../ui/first_run/sheet.py" line="144"/>
        <source>Plug in the medium with the backups. The newest is the folder with the latest date in its name, in {folder}.</source>
        <translation>Cắm ổ có bản sao lưu. Bản mới nhất là thư mục có ngày giờ muộn nhất trong tên, nằm trong {folder}.</translation>
    </message>
    <message>
        <location filename="../../ui/first_run/sheet.py" line="149"/>
        <source>Bring the station back, with the true name of the medium and of that folder:{commands}</source>
        <translation>Dựng lại trạm, thay bằng đúng tên ổ và tên thư mục đó:{commands}</translation>
    </message>
    <message>
        <location filename="../../ui/first_run/sheet.py" line="157"/>
        <source>When it asks for the “code of the recovery sheet”, type the ten groups and Enter; nothing is shown while you type.</source>
        <translation>Khi màn hình hiện “code of the recovery sheet” thì gõ mười nhóm số rồi bấm Enter; lúc gõ màn hình không hiện gì.</translation>
    </message>
    <message>
        <location filename="../../ui/first_run/sheet.py" line="160"/>
        <source>When it has ended, open the wall:{commands}</source>
        <translation>Xong thì mở tường camera:{commands}</translation>
    </message>
    <message>
        <location filename="../../ui/first_run/sheet.py" line="169"/>
        <source>Sent to the printer. Check the paper before going on.</source>
        <translation>Đã gửi máy in. Xem lại bản in trước khi tiếp tục.</translation>
    </message>
    <message>
        <location filename="../../ui/first_run/sheet.py" line="174"/>
        <source>Save the recovery sheet</source>
        <translation>Lưu phiếu khôi phục</translation>
    </message>
    <message>
        <location filename="../../ui/first_run/sheet.py" line="187"/>
        <source>Saved. Print it, then delete the file.</source>
        <translation>Đã lưu. In ra rồi xoá tệp.</translation>
    </message>
    <message>
        <location filename="../../ui/first_run/sheet.py" line="189"/>
        <source>It could not be saved there. Choose another place.</source>
        <translation>Không lưu được ở đó. Chọn nơi khác.</translation>
    </message>
</context>
<context>
    <name>SignDialog</name>
    <message>
        <location filename="../../ui/access/confirm.py" line="61"/>
        <source>Cancel</source>
        <translation>Huỷ</translation>
    </message>
    <message>
        <location filename="../../ui/access/confirm.py" line="62"/>
        <source>Close without doing it (Esc)</source>
        <translation>Đóng, không thực hiện (Esc)</translation>
    </message>
</context>
<context>
    <name>SignInCard</name>
    <message>
        <location filename="../../ui/access/sign_in.py" line="41"/>
        <location filename="../../ui/access/sign_in.py" line="42"/>
        <source>Sign in</source>
        <translation>Đăng nhập</translation>
    </message>
    <message>
        <location filename="../../ui/access/sign_in.py" line="42"/>
        <source>Sign in (Enter)</source>
        <translation>Đăng nhập (Enter)</translation>
    </message>
    <message>
        <location filename="../../ui/access/sign_in.py" line="47"/>
        <source>What is done here is logged.</source>
        <translation>Mọi thao tác tại đây đều được ghi nhật ký.</translation>
    </message>
    <message>
        <location filename="../../ui/access/sign_in.py" line="43"/>
        <source>Password</source>
        <translation>Mật khẩu</translation>
    </message>
    <message>
        <location filename="../../ui/access/sign_in.py" line="51"/>
        <source>Forgotten password</source>
        <translation>Quên mật khẩu</translation>
    </message>
    <message>
        <location filename="../../ui/access/sign_in.py" line="51"/>
        <source>What to do when a password is forgotten</source>
        <translation>Phải làm gì khi quên mật khẩu</translation>
    </message>
</context>
<context>
    <name>Sound</name>
    <message>
        <location filename="../../ui/review/sound.py" line="48"/>
        <source>Sound of {camera}, volume {loudness} %</source>
        <translation>Tiếng của {camera}, âm lượng {loudness} %</translation>
    </message>
    <message>
        <location filename="../../ui/review/sound.py" line="58"/>
        <source>Choose a camera first</source>
        <translation>Hãy chọn camera trước</translation>
    </message>
    <message>
        <location filename="../../ui/review/sound.py" line="61"/>
        <source>This footage has no sound</source>
        <translation>Đoạn ghi này không có tiếng</translation>
    </message>
</context>
<context>
    <name>SpanBox</name>
    <message>
        <location filename="../../ui/review/finding/span_box.py" line="27"/>
        <source>From</source>
        <translation>Từ</translation>
    </message>
    <message>
        <location filename="../../ui/review/finding/span_box.py" line="28"/>
        <source>To</source>
        <translation>Đến</translation>
    </message>
    <message>
        <location filename="../../ui/review/finding/span_box.py" line="29"/>
        <source>What is in sight</source>
        <translation>Theo dòng thời gian</translation>
    </message>
    <message>
        <location filename="../../ui/review/finding/span_box.py" line="32"/>
        <source>From and to follow the timeline again, or the marks where there are two</source>
        <translation>Từ và đến lại theo dòng thời gian, hoặc theo hai dấu nếu đã đánh</translation>
    </message>
    <message>
        <location filename="../../ui/review/finding/span_box.py" line="109"/>
        <source>yesterday 22h05</source>
        <translation>hôm qua 22h05</translation>
    </message>
</context>
<context>
    <name>SpotDialog</name>
    <message>
        <location filename="../../ui/cases/spot_picker.py" line="51"/>
        <source>Where it happened, on the ward plan</source>
        <translation>Nơi xảy ra trên sơ đồ phường</translation>
    </message>
    <message>
        <location filename="../../ui/cases/spot_picker.py" line="63"/>
        <source>Reading the plan…</source>
        <translation>Đang đọc sơ đồ…</translation>
    </message>
    <message>
        <location filename="../../ui/cases/spot_picker.py" line="78"/>
        <source>Cancel</source>
        <translation>Huỷ</translation>
    </message>
    <message>
        <location filename="../../ui/cases/spot_picker.py" line="80"/>
        <source>Close and change nothing (Esc)</source>
        <translation>Đóng, không thay đổi gì (Esc)</translation>
    </message>
    <message>
        <location filename="../../ui/cases/spot_picker.py" line="83"/>
        <source>Take this spot</source>
        <translation>Chọn vị trí này</translation>
    </message>
    <message>
        <location filename="../../ui/cases/spot_picker.py" line="87"/>
        <source>Take this spot (Enter)</source>
        <translation>Chọn vị trí này (Enter)</translation>
    </message>
    <message>
        <location filename="../../ui/cases/spot_picker.py" line="118"/>
        <source>The station has no ward plan yet</source>
        <translation>Đơn vị chưa có sơ đồ phường</translation>
    </message>
    <message>
        <location filename="../../ui/cases/spot_picker.py" line="120"/>
        <source>The administrator chooses a picture of it: Ctrl+9, then Ctrl+Shift+P. Until then the address says where it was.</source>
        <translation>Quản trị chọn ảnh sơ đồ: Ctrl+9, rồi Ctrl+Shift+P. Trong lúc chờ, ghi nơi xảy ra ở ô địa chỉ.</translation>
    </message>
    <message>
        <location filename="../../ui/cases/spot_picker.py" line="132"/>
        <source>The plan cannot be shown</source>
        <translation>Không hiện được sơ đồ</translation>
    </message>
    <message>
        <location filename="../../ui/cases/spot_picker.py" line="140"/>
        <source>No spot. Click on the plan, or press an arrow key.</source>
        <translation>Chưa chấm vị trí. Bấm vào sơ đồ hoặc nhấn phím mũi tên.</translation>
    </message>
    <message>
        <location filename="../../ui/cases/spot_picker.py" line="142"/>
        <source>{right} % from the left, {down} % from the top. Arrows move it.</source>
        <translation>{right} % từ trái sang, {down} % từ trên xuống. Phím mũi tên để dời.</translation>
    </message>
</context>
<context>
    <name>SpotField</name>
    <message>
        <location filename="../../ui/cases/place_fields.py" line="41"/>
        <source>Choose on the plan…</source>
        <translation>Chọn trên sơ đồ…</translation>
    </message>
    <message>
        <location filename="../../ui/cases/place_fields.py" line="43"/>
        <source>Show the ward plan and choose the spot (Space)</source>
        <translation>Mở sơ đồ phường và chọn điểm (phím cách)</translation>
    </message>
</context>
<context>
    <name>StationStep</name>
    <message>
        <location filename="../../ui/first_run/steps.py" line="105"/>
        <source>The station</source>
        <translation>Trạm</translation>
    </message>
    <message>
        <location filename="../../ui/first_run/steps.py" line="106"/>
        <source>It stands on the screen and on every paper.</source>
        <translation>Hiện trên màn hình và trên mọi văn bản.</translation>
    </message>
    <message>
        <location filename="../../ui/first_run/steps.py" line="109"/>
        <source>Name of the station</source>
        <translation>Tên trạm</translation>
    </message>
    <message>
        <location filename="../../ui/first_run/steps.py" line="112"/>
        <source>such as Công an phường Phan Đình Phùng</source>
        <translation>ví dụ: Công an phường Phan Đình Phùng</translation>
    </message>
    <message>
        <location filename="../../ui/first_run/steps.py" line="116"/>
        <source>Ward police</source>
        <translation>Công an phường</translation>
    </message>
    <message>
        <location filename="../../ui/first_run/steps.py" line="117"/>
        <source>Commune police</source>
        <translation>Công an xã</translation>
    </message>
    <message>
        <location filename="../../ui/first_run/steps.py" line="118"/>
        <source>Special zone police</source>
        <translation>Công an đặc khu</translation>
    </message>
    <message>
        <location filename="../../ui/first_run/steps.py" line="121"/>
        <source>Kind of unit</source>
        <translation>Loại đơn vị</translation>
    </message>
    <message>
        <location filename="../../ui/first_run/steps.py" line="124"/>
        <source>Superior body</source>
        <translation>Cơ quan cấp trên</translation>
    </message>
    <message>
        <location filename="../../ui/first_run/steps.py" line="126"/>
        <source>such as Công an tỉnh Thái Nguyên; may stay empty</source>
        <translation>ví dụ: Công an tỉnh Thái Nguyên; có thể để trống</translation>
    </message>
</context>
<context>
    <name>StatusStrip</name>
    <message>
        <location filename="../../ui/strips.py" line="244"/>
        <source>Picture engine: starting</source>
        <translation>Bộ xử lý hình: đang khởi động</translation>
    </message>
    <message>
        <location filename="../../ui/strips.py" line="245"/>
        <source>Picture engine: running</source>
        <translation>Bộ xử lý hình: đang chạy</translation>
    </message>
    <message>
        <location filename="../../ui/strips.py" line="246"/>
        <source>Picture engine: running again</source>
        <translation>Bộ xử lý hình: đã chạy lại</translation>
    </message>
    <message>
        <location filename="../../ui/strips.py" line="247"/>
        <source>Picture engine: restarting</source>
        <translation>Bộ xử lý hình: đang khởi động lại</translation>
    </message>
    <message>
        <location filename="../../ui/strips.py" line="254"/>
        <source>{count} live</source>
        <translation>{count} trực tiếp</translation>
    </message>
    <message>
        <location filename="../../ui/strips.py" line="255"/>
        <source>{count} lost</source>
        <translation>{count} mất hình</translation>
    </message>
    <message>
        <location filename="../../ui/strips.py" line="256"/>
        <source>{count} refused</source>
        <translation>{count} sai mật khẩu</translation>
    </message>
    <message>
        <location filename="../../ui/strips.py" line="265"/>
        <source>{count}: show them in Devices</source>
        <translation>{count}: xem trong Thiết bị</translation>
    </message>
</context>
<context>
    <name>StillCanvas</name>
    <message>
        <location filename="../../ui/bookmarks/still_canvas.py" line="30"/>
        <source>Picture to draw on</source>
        <translation>Ảnh để vẽ lên</translation>
    </message>
</context>
<context>
    <name>StillChooser</name>
    <message>
        <location filename="../../ui/evidence/still_chooser.py" line="57"/>
        <source>Picture</source>
        <translation>Hình</translation>
    </message>
    <message>
        <location filename="../../ui/evidence/still_chooser.py" line="115"/>
        <source>Suggested: bookmarks</source>
        <translation>Gợi ý: các dấu mốc</translation>
    </message>
    <message>
        <location filename="../../ui/evidence/still_chooser.py" line="118"/>
        <source>Chosen pictures</source>
        <translation>Ảnh đã chọn</translation>
    </message>
    <message>
        <location filename="../../ui/evidence/still_chooser.py" line="122"/>
        <source>Enter takes it</source>
        <translation>Enter để lấy ảnh này</translation>
    </message>
    <message>
        <location filename="../../ui/evidence/still_chooser.py" line="138"/>
        <source>Stills of the package</source>
        <translation>Ảnh tĩnh trong gói</translation>
    </message>
    <message>
        <location filename="../../ui/evidence/still_chooser.py" line="234"/>
        <source>{camera}: no picture then</source>
        <translation>{camera}: lúc đó không có hình</translation>
    </message>
    <message>
        <location filename="../../ui/evidence/still_chooser.py" line="245"/>
        <source>Chosen: {count} of {most} at most</source>
        <translation>Đã chọn: {count}, nhiều nhất {most}</translation>
    </message>
    <message>
        <location filename="../../ui/evidence/still_chooser.py" line="257"/>
        <source>{camera} · {time}</source>
        <translation>{camera} · {time}</translation>
    </message>
    <message>
        <location filename="../../ui/evidence/still_chooser.py" line="270"/>
        <source>{count} are left out: they are not within what is wanted any more.</source>
        <translation>{count} ảnh bị bỏ ra: không còn nằm trong đoạn được yêu cầu.</translation>
    </message>
    <message>
        <location filename="../../ui/evidence/still_chooser.py" line="273"/>
        <source>{most} pictures are chosen: no more fit.</source>
        <translation>Đã chọn {most} ảnh: không thêm được nữa.</translation>
    </message>
    <message>
        <location filename="../../ui/evidence/still_chooser.py" line="276"/>
        <source>This picture is chosen. Del leaves it out.</source>
        <translation>Hình này đã được chọn. Del để bỏ ra.</translation>
    </message>
    <message>
        <location filename="../../ui/evidence/still_chooser.py" line="278"/>
        <source>Ins takes this picture. A typed time (G) goes to the millisecond.</source>
        <translation>Ins để lấy hình này. Gõ giờ (G) chính xác tới phần nghìn giây.</translation>
    </message>
</context>
<context>
    <name>StillEditor</name>
    <message>
        <location filename="../../ui/bookmarks/still_editor.py" line="137"/>
        <source>Close</source>
        <translation>Đóng</translation>
    </message>
    <message>
        <location filename="../../ui/bookmarks/still_editor.py" line="139"/>
        <source>Close without keeping (Esc)</source>
        <translation>Đóng, không lưu (Esc)</translation>
    </message>
    <message>
        <location filename="../../ui/bookmarks/still_editor.py" line="140"/>
        <source>Keep (Ctrl+S)</source>
        <translation>Lưu (Ctrl+S)</translation>
    </message>
    <message>
        <location filename="../../ui/bookmarks/still_editor.py" line="178"/>
        <location filename="../../ui/bookmarks/still_editor.py" line="274"/>
        <source>Fetching the picture…</source>
        <translation>Đang lấy ảnh…</translation>
    </message>
    <message>
        <location filename="../../ui/bookmarks/still_editor.py" line="209"/>
        <source>Not kept yet: Ctrl+S keeps it, Esc once more lets it go.</source>
        <translation>Chưa lưu: Ctrl+S để lưu, Esc lần nữa thì bỏ.</translation>
    </message>
    <message>
        <location filename="../../ui/bookmarks/still_editor.py" line="268"/>
        <source>No picture was kept of this bookmark: nothing to draw on.</source>
        <translation>Dấu mốc này không có ảnh nên không có gì để vẽ lên.</translation>
    </message>
    <message>
        <location filename="../../ui/bookmarks/still_editor.py" line="368"/>
        <source>Picture of the bookmark</source>
        <translation>Ảnh của dấu mốc</translation>
    </message>
    <message>
        <location filename="../../ui/bookmarks/still_editor.py" line="371"/>
        <source>Picture of the bookmark of {time}</source>
        <translation>Ảnh của dấu mốc {time}</translation>
    </message>
    <message>
        <location filename="../../ui/bookmarks/still_editor.py" line="378"/>
        <source>{camera} · {n} of {all}</source>
        <translation>{camera} · {n}/{all}</translation>
    </message>
</context>
<context>
    <name>StorageStep</name>
    <message>
        <location filename="../../ui/first_run/storage.py" line="29"/>
        <source>Recording</source>
        <translation>Ghi hình</translation>
    </message>
    <message>
        <location filename="../../ui/first_run/storage.py" line="31"/>
        <source>Choose a folder on a disk of this PC, and every camera is recorded there from now on. It may stay empty: then nothing is recorded until a folder is added in Settings.</source>
        <translation>Chọn một thư mục trên ổ đĩa của máy này: từ nay mọi camera được ghi vào đó. Có thể để trống: khi đó chưa ghi gì cho đến khi thêm ổ lưu hình trong Cài đặt.</translation>
    </message>
    <message>
        <location filename="../../ui/first_run/storage.py" line="39"/>
        <source>Reckoned for so many cameras</source>
        <translation>Tính cho số camera</translation>
    </message>
    <message>
        <location filename="../../ui/first_run/storage.py" line="93"/>
        <source>{free} are free: {subs} days of the sub streams of {cameras} cameras, or {mains} days of their main streams.</source>
        <translation>Còn trống {free}: lưu được {subs} ngày luồng phụ của {cameras} camera, hoặc {mains} ngày luồng chính.</translation>
    </message>
</context>
<context>
    <name>StripTool</name>
    <message>
        <location filename="../../ui/review/finding/strip_tool.py" line="66"/>
        <source>One picture each</source>
        <translation>Khoảng cách giữa hai hình</translation>
    </message>
    <message>
        <location filename="../../ui/review/finding/strip_tool.py" line="67"/>
        <source>As many as fit</source>
        <translation>Vừa khung</translation>
    </message>
    <message>
        <location filename="../../ui/review/finding/strip_tool.py" line="70"/>
        <source>One picture each {length}</source>
        <translation>Mỗi {length} một hình</translation>
    </message>
    <message>
        <location filename="../../ui/review/finding/strip_tool.py" line="86"/>
        <source>Pictures in order of time</source>
        <translation>Các hình theo thời gian</translation>
    </message>
    <message>
        <location filename="../../ui/review/finding/strip_tool.py" line="153"/>
        <source>Choose a camera first.</source>
        <translation>Hãy chọn camera trước.</translation>
    </message>
    <message>
        <location filename="../../ui/review/finding/strip_tool.py" line="155"/>
        <source>From and to are not clear, or have not come yet.</source>
        <translation>Chưa rõ từ lúc nào đến lúc nào, hoặc thời điểm đó chưa tới.</translation>
    </message>
    <message>
        <location filename="../../ui/review/finding/strip_tool.py" line="170"/>
        <source>{camera} · {n} pictures, one each {length}</source>
        <translation>{camera} · {n} hình, mỗi {length} một hình</translation>
    </message>
    <message>
        <location filename="../../ui/review/finding/strip_tool.py" line="176"/>
        <source>For finer steps choose a shorter stretch.</source>
        <translation>Muốn dày hơn thì chọn đoạn ngắn hơn.</translation>
    </message>
</context>
<context>
    <name>TeamDialog</name>
    <message>
        <location filename="../../ui/people/dialogs.py" line="160"/>
        <source>{cluster} (no team yet)</source>
        <translation>{cluster} (chưa có tổ)</translation>
    </message>
    <message>
        <location filename="../../ui/people/dialogs.py" line="162"/>
        <source>Cluster</source>
        <translation>Cụm camera</translation>
    </message>
    <message>
        <location filename="../../ui/people/dialogs.py" line="164"/>
        <source>No team</source>
        <translation>Không tổ nào</translation>
    </message>
    <message>
        <location filename="../../ui/people/dialogs.py" line="167"/>
        <source>New team…</source>
        <translation>Tổ mới…</translation>
    </message>
    <message>
        <location filename="../../ui/people/dialogs.py" line="168"/>
        <source>Team</source>
        <translation>Tổ phụ trách</translation>
    </message>
    <message>
        <location filename="../../ui/people/dialogs.py" line="171"/>
        <source>Name of the new team</source>
        <translation>Tên tổ mới</translation>
    </message>
</context>
<context>
    <name>TextField</name>
    <message>
        <location filename="../../ui/cases/text_fields.py" line="90"/>
        <source>Tab: {code} → {words}</source>
        <translation>Tab: {code} → {words}</translation>
    </message>
    <message>
        <location filename="../../ui/cases/text_fields.py" line="90"/>
        <source>Tab: {words}</source>
        <translation>Tab: {words}</translation>
    </message>
</context>
<context>
    <name>ThisPcCard</name>
    <message>
        <location filename="../../ui/settings/this_pc.py" line="34"/>
        <source>When this PC starts</source>
        <translation>Khi máy này khởi động</translation>
    </message>
    <message>
        <location filename="../../ui/settings/this_pc.py" line="38"/>
        <source>Nobody is signed in then: pictures and numbers alone.</source>
        <translation>Lúc đó chưa ai đăng nhập: chỉ có hình và số camera.</translation>
    </message>
    <message>
        <location filename="../../ui/settings/this_pc.py" line="87"/>
        <source>The locked wall opens, full screen, when this PC&apos;s user logs in.</source>
        <translation>Tường camera tự mở, toàn màn hình, đang khoá, khi người dùng của máy này đăng nhập vào máy.</translation>
    </message>
    <message>
        <location filename="../../ui/settings/this_pc.py" line="89"/>
        <source>The wall does not open by itself.</source>
        <translation>Tường camera không tự mở.</translation>
    </message>
    <message>
        <location filename="../../ui/settings/this_pc.py" line="92"/>
        <source>Do not open it any more</source>
        <translation>Không tự mở nữa</translation>
    </message>
    <message>
        <location filename="../../ui/settings/this_pc.py" line="92"/>
        <source>Open it when this PC starts</source>
        <translation>Tự mở khi máy khởi động</translation>
    </message>
</context>
<context>
    <name>TickField</name>
    <message>
        <location filename="../../ui/cases/place_fields.py" line="114"/>
        <source>Only those who are named here see it</source>
        <translation>Chỉ những người có tên dưới đây xem được</translation>
    </message>
    <message>
        <location filename="../../ui/cases/place_fields.py" line="117"/>
        <source>Children, sexual offences, informants: also search and counts keep still</source>
        <translation>Trẻ em, xâm hại tình dục, người báo tin: tìm kiếm và số liệu cũng không để lộ</translation>
    </message>
    <message>
        <location filename="../../ui/cases/place_fields.py" line="140"/>
        <source>yes</source>
        <translation>có</translation>
    </message>
    <message>
        <location filename="../../ui/cases/place_fields.py" line="140"/>
        <source>no</source>
        <translation>không</translation>
    </message>
</context>
<context>
    <name>Timeline</name>
    <message>
        <location filename="../../ui/review/timeline.py" line="85"/>
        <source>Timeline</source>
        <translation>Dòng thời gian</translation>
    </message>
    <message>
        <location filename="../../ui/review/timeline.py" line="259"/>
        <source>All {n} cameras</source>
        <translation>Cả {n} camera</translation>
    </message>
    <message>
        <location filename="../../ui/review/timeline.py" line="260"/>
        <source>Bookmarks</source>
        <translation>Dấu mốc</translation>
    </message>
    <message>
        <location filename="../../ui/review/timeline.py" line="260"/>
        <source>Newest bookmarks</source>
        <translation>Dấu mốc mới nhất</translation>
    </message>
</context>
<context>
    <name>TimelineMarks</name>
    <message>
        <location filename="../../ui/bookmarks/on_timeline.py" line="123"/>
        <source>Show the cameras first whose bookmarks you look for.</source>
        <translation>Hãy mở camera cần tìm dấu mốc trước.</translation>
    </message>
    <message>
        <location filename="../../ui/bookmarks/on_timeline.py" line="132"/>
        <source>There is no later bookmark of these cameras.</source>
        <translation>Các camera này không có dấu mốc nào sau đó.</translation>
    </message>
    <message>
        <location filename="../../ui/bookmarks/on_timeline.py" line="134"/>
        <source>There is no earlier bookmark of these cameras.</source>
        <translation>Các camera này không có dấu mốc nào trước đó.</translation>
    </message>
    <message>
        <location filename="../../ui/bookmarks/on_timeline.py" line="149"/>
        <source>Go to a bookmark first: Shift+PgUp and Shift+PgDown do it.</source>
        <translation>Hãy đến một dấu mốc trước: bấm Shift+PgUp hoặc Shift+PgDown.</translation>
    </message>
</context>
<context>
    <name>Timing</name>
    <message>
        <location filename="../../ui/evidence/timing.py" line="73"/>
        <source>Camera</source>
        <translation>Camera</translation>
    </message>
    <message>
        <location filename="../../ui/evidence/timing.py" line="88"/>
        <source>Go to: 22:05:07.250</source>
        <translation>Tới lúc: 22:05:07.250</translation>
    </message>
    <message>
        <location filename="../../ui/evidence/timing.py" line="130"/>
        <source>{time} …</source>
        <translation>{time} …</translation>
    </message>
    <message>
        <location filename="../../ui/evidence/timing.py" line="151"/>
        <source>To the footage of {time}</source>
        <translation>Tới chỗ có hình lúc {time}</translation>
    </message>
    <message>
        <location filename="../../ui/evidence/timing.py" line="190"/>
        <source>This time is not clear. Type such as: 22:05:07.250, 22h05.</source>
        <translation>Giờ này chưa rõ. Gõ như: 22:05:07.250, 22h05.</translation>
    </message>
    <message>
        <location filename="../../ui/evidence/timing.py" line="192"/>
        <source>That is not within what is wanted: {start} to {end}.</source>
        <translation>Giờ này nằm ngoài đoạn được yêu cầu: {start} đến {end}.</translation>
    </message>
</context>
<context>
    <name>TopStrip</name>
    <message>
        <location filename="../../ui/strips.py" line="135"/>
        <source>On duty: {name} · since {time}</source>
        <translation>Trực: {name} · từ {time}</translation>
    </message>
</context>
<context>
    <name>Transport</name>
    <message>
        <location filename="../../ui/review/transport.py" line="84"/>
        <source>yesterday 22h05</source>
        <translation>hôm qua 22h05</translation>
    </message>
    <message>
        <location filename="../../ui/review/transport.py" line="85"/>
        <source>Go to a time</source>
        <translation>Đến thời điểm</translation>
    </message>
    <message>
        <location filename="../../ui/review/transport.py" line="166"/>
        <source>paused</source>
        <translation>tạm dừng</translation>
    </message>
</context>
<context>
    <name>Trial</name>
    <message>
        <location filename="../../ui/fleet/trial.py" line="70"/>
        <source>Try shows the camera&apos;s picture here before it is kept.</source>
        <translation>Bấm Thử để xem hình của camera ở đây trước khi lưu.</translation>
    </message>
    <message>
        <location filename="../../ui/fleet/trial.py" line="117"/>
        <source>Calling the camera…</source>
        <translation>Đang gọi camera…</translation>
    </message>
    <message>
        <location filename="../../ui/fleet/trial.py" line="62"/>
        <source>Trust this certificate (Ctrl+Shift+T)</source>
        <translation>Tin chứng thư này (Ctrl+Shift+T)</translation>
    </message>
    <message>
        <location filename="../../ui/fleet/trial.py" line="66"/>
        <source>From now on only this certificate opens the camera (Ctrl+Shift+T)</source>
        <translation>Từ nay chỉ chứng thư này mở được camera (Ctrl+Shift+T)</translation>
    </message>
    <message>
        <location filename="../../ui/fleet/trial.py" line="172"/>
        <source>No authority vouches for this camera. Compare the fingerprint of its certificate (SHA-256) with the one on the camera&apos;s own page, then trust it:
{fingerprint}</source>
        <translation>Không tổ chức nào xác nhận camera này. Hãy so dấu vân tay chứng thư (SHA-256) với trang cấu hình của chính camera, rồi bấm tin:
{fingerprint}</translation>
    </message>
    <message>
        <location filename="../../ui/fleet/trial.py" line="140"/>
        <source>The camera is live.</source>
        <translation>Camera có hình trực tiếp.</translation>
    </message>
    <message>
        <location filename="../../ui/fleet/trial.py" line="142"/>
        <source>The camera is live: {figures}</source>
        <translation>Camera có hình trực tiếp: {figures}</translation>
    </message>
    <message>
        <location filename="../../ui/fleet/trial.py" line="147"/>
        <source>Its line bears one connection: this is the one that the wall and the recording use.</source>
        <translation>Đường truyền chỉ chịu được một kết nối: đây chính là kết nối mà tường camera và phần ghi đang dùng.</translation>
    </message>
    <message>
        <location filename="../../ui/fleet/trial.py" line="163"/>
        <source>No picture came</source>
        <translation>Không nhận được hình</translation>
    </message>
    <message>
        <location filename="../../ui/fleet/trial.py" line="166"/>
        <source>{what}. {advice}</source>
        <translation>{what}. {advice}</translation>
    </message>
    <message>
        <location filename="../../ui/vocabulary/trial.py" line="24"/>
        <source>Try it</source>
        <translation>Gõ thử</translation>
    </message>
    <message>
        <location filename="../../ui/vocabulary/trial.py" line="28"/>
        <source>type a code or the beginning of a place: vt hd</source>
        <translation>gõ mã tắt hoặc đầu tên địa điểm: vt hd</translation>
    </message>
    <message>
        <location filename="../../ui/vocabulary/trial.py" line="54"/>
        <source>What would be offered for a note stands here.</source>
        <translation>Những gì sẽ được gợi ý khi ghi chú hiện ở đây.</translation>
    </message>
    <message>
        <location filename="../../ui/vocabulary/trial.py" line="64"/>
        <source>Nothing comes of this.</source>
        <translation>Không có gợi ý nào.</translation>
    </message>
</context>
<context>
    <name>UnlockCard</name>
    <message>
        <location filename="../../ui/access/lock.py" line="45"/>
        <source>Unlock</source>
        <translation>Mở khoá</translation>
    </message>
    <message>
        <location filename="../../ui/access/lock.py" line="45"/>
        <source>Unlock the screen (Enter)</source>
        <translation>Mở khoá màn hình (Enter)</translation>
    </message>
    <message>
        <location filename="../../ui/access/lock.py" line="48"/>
        <source>The screen is locked. Signed in since {time}.</source>
        <translation>Màn hình đang khoá. Đăng nhập từ {time}.</translation>
    </message>
    <message>
        <location filename="../../ui/access/lock.py" line="50"/>
        <source>Password</source>
        <translation>Mật khẩu</translation>
    </message>
    <message>
        <location filename="../../ui/access/lock.py" line="56"/>
        <source>Another officer</source>
        <translation>Cán bộ khác</translation>
    </message>
    <message>
        <location filename="../../ui/access/lock.py" line="56"/>
        <source>Sign {name} out</source>
        <translation>Đăng xuất {name}</translation>
    </message>
</context>
<context>
    <name>VerdictView</name>
    <message>
        <location filename="../../ui/evidence/verdict_view.py" line="46"/>
        <source>Files</source>
        <translation>Tệp</translation>
    </message>
    <message>
        <location filename="../../ui/evidence/verdict_view.py" line="46"/>
        <source>Signature</source>
        <translation>Chữ ký</translation>
    </message>
    <message>
        <location filename="../../ui/evidence/verdict_view.py" line="46"/>
        <source>Signer</source>
        <translation>Người ký</translation>
    </message>
    <message>
        <location filename="../../ui/evidence/verdict_view.py" line="46"/>
        <source>Time-stamp</source>
        <translation>Dấu thời gian</translation>
    </message>
    <message>
        <location filename="../../ui/evidence/verdict_view.py" line="64"/>
        <source>Checked at {time}: {folder}</source>
        <translation>Kiểm tra lúc {time}: {folder}</translation>
    </message>
    <message>
        <location filename="../../ui/evidence/verdict_view.py" line="80"/>
        <source>good: made by the key of the certificate in the package</source>
        <translation>đúng: do khoá của chứng thư trong gói ký</translation>
    </message>
    <message>
        <location filename="../../ui/evidence/verdict_view.py" line="82"/>
        <source>not good: what was signed is not what lies here</source>
        <translation>không đúng: cái đã được ký không phải cái đang nằm ở đây</translation>
    </message>
    <message>
        <location filename="../../ui/evidence/verdict_view.py" line="89"/>
        <source>not as they were made; below stands which and why</source>
        <translation>không còn như lúc lập; bên dưới ghi tệp nào và vì sao</translation>
    </message>
    <message>
        <location filename="../../ui/evidence/verdict_view.py" line="90"/>
        <source>{count} files unchanged, none missing, none too many ({size} read)</source>
        <translation>{count} tệp không đổi, không thiếu, không thừa (đã đọc {size})</translation>
    </message>
    <message>
        <location filename="../../ui/evidence/verdict_view.py" line="98"/>
        <source>the key that this station noted when it was made. As on paper:
{groups}</source>
        <translation>đúng khoá mà trạm đã ghi nhận khi lập gói. Như trên giấy:
{groups}</translation>
    </message>
    <message>
        <location filename="../../ui/evidence/verdict_view.py" line="101"/>
        <source>another key than the one that made this package:
{groups}</source>
        <translation>khoá khác với khoá đã lập gói này:
{groups}</translation>
    </message>
    <message>
        <location filename="../../ui/evidence/verdict_view.py" line="104"/>
        <source>not known here. Compare its fingerprint with the one on paper:
{groups}</source>
        <translation>trạm này không biết. Hãy so dấu vân tay với bản trên giấy:
{groups}</translation>
    </message>
    <message>
        <location filename="../../ui/evidence/verdict_view.py" line="107"/>
        <source>cannot be told: the certificate cannot be read</source>
        <translation>không nói được: không đọc được chứng thư</translation>
    </message>
    <message>
        <location filename="../../ui/evidence/verdict_view.py" line="113"/>
        <source>good: {time}</source>
        <translation>đúng: {time}</translation>
    </message>
    <message>
        <location filename="../../ui/evidence/verdict_view.py" line="115"/>
        <source>none; the package was made without one</source>
        <translation>không có; gói được lập không kèm dấu thời gian</translation>
    </message>
    <message>
        <location filename="../../ui/evidence/verdict_view.py" line="117"/>
        <source>not good</source>
        <translation>không đúng</translation>
    </message>
</context>
<context>
    <name>VerifyDialog</name>
    <message>
        <location filename="../../ui/evidence/verify_dialog.py" line="28"/>
        <source>Verify a copy</source>
        <translation>Kiểm tra một bản sao</translation>
    </message>
    <message>
        <location filename="../../ui/evidence/verify_dialog.py" line="28"/>
        <source>Verify it</source>
        <translation>Kiểm tra</translation>
    </message>
    <message>
        <location filename="../../ui/evidence/verify_dialog.py" line="36"/>
        <source>Folder of the package, or the ZIP that it was copied into</source>
        <translation>Thư mục của gói, hoặc tệp ZIP của bản sao mã hoá</translation>
    </message>
    <message>
        <location filename="../../ui/evidence/verify_dialog.py" line="41"/>
        <source>Folder… (Ctrl+O)</source>
        <translation>Thư mục… (Ctrl+O)</translation>
    </message>
    <message>
        <location filename="../../ui/evidence/verify_dialog.py" line="43"/>
        <source>Choose the folder of the package (Ctrl+O)</source>
        <translation>Chọn thư mục của gói (Ctrl+O)</translation>
    </message>
    <message>
        <location filename="../../ui/evidence/verify_dialog.py" line="45"/>
        <source>ZIP… (Ctrl+Shift+O)</source>
        <translation>Tệp ZIP… (Ctrl+Shift+O)</translation>
    </message>
    <message>
        <location filename="../../ui/evidence/verify_dialog.py" line="47"/>
        <source>Choose an encrypted copy (Ctrl+Shift+O)</source>
        <translation>Chọn bản sao mã hoá (Ctrl+Shift+O)</translation>
    </message>
    <message>
        <location filename="../../ui/evidence/verify_dialog.py" line="58"/>
        <source>The words from its sheet</source>
        <translation>Các từ trên tờ của bản sao</translation>
    </message>
    <message>
        <location filename="../../ui/evidence/verify_dialog.py" line="61"/>
        <source>eight words with a blank between; marks and capitals do not matter</source>
        <translation>tám từ cách nhau một dấu cách; không phân biệt dấu và chữ hoa</translation>
    </message>
    <message>
        <location filename="../../ui/evidence/verify_dialog.py" line="105"/>
        <source>The folder of the package</source>
        <translation>Thư mục của gói</translation>
    </message>
    <message>
        <location filename="../../ui/evidence/verify_dialog.py" line="112"/>
        <source>The encrypted copy</source>
        <translation>Bản sao mã hoá</translation>
    </message>
</context>
<context>
    <name>VolumeDialog</name>
    <message>
        <location filename="../../ui/recording/volume_dialog.py" line="109"/>
        <location filename="../../ui/recording/volume_dialog.py" line="113"/>
        <source>Add a footage folder</source>
        <translation>Thêm ổ lưu hình</translation>
    </message>
    <message>
        <location filename="../../ui/recording/volume_dialog.py" line="119"/>
        <source>Record there</source>
        <translation>Ghi vào đây</translation>
    </message>
    <message>
        <location filename="../../ui/recording/volume_dialog.py" line="123"/>
        <source>Try the folder and take it (Enter)</source>
        <translation>Thử thư mục rồi dùng (Enter)</translation>
    </message>
    <message>
        <location filename="../../ui/recording/volume_dialog.py" line="125"/>
        <source>Cancel</source>
        <translation>Huỷ</translation>
    </message>
    <message>
        <location filename="../../ui/recording/volume_dialog.py" line="126"/>
        <source>Close without keeping (Esc)</source>
        <translation>Đóng, không lưu (Esc)</translation>
    </message>
</context>
<context>
    <name>VolumeFields</name>
    <message>
        <location filename="../../ui/recording/volume_dialog.py" line="43"/>
        <source>Folder</source>
        <translation>Thư mục</translation>
    </message>
    <message>
        <location filename="../../ui/recording/volume_dialog.py" line="46"/>
        <source>on a disk of this PC that has nothing else to do, such as D:\ghi-hinh</source>
        <translation>trên một ổ đĩa của máy này, dành riêng để ghi, ví dụ D:\ghi-hinh</translation>
    </message>
    <message>
        <location filename="../../ui/recording/volume_dialog.py" line="48"/>
        <source>Choose a folder…</source>
        <translation>Chọn thư mục…</translation>
    </message>
    <message>
        <location filename="../../ui/recording/volume_dialog.py" line="50"/>
        <source>Choose the folder on this PC</source>
        <translation>Chọn thư mục trên máy này</translation>
    </message>
    <message>
        <location filename="../../ui/recording/volume_dialog.py" line="58"/>
        <source>Leave free on its disk (GB)</source>
        <translation>Chừa trống trên ổ đĩa (GB)</translation>
    </message>
    <message>
        <location filename="../../ui/recording/volume_dialog.py" line="61"/>
        <source>the oldest footage goes before the disk is fuller than that</source>
        <translation>hình cũ nhất bị xoá trước khi ổ đầy hơn mức này</translation>
    </message>
    <message>
        <location filename="../../ui/recording/volume_dialog.py" line="97"/>
        <source>Choose a folder</source>
        <translation>Chọn thư mục</translation>
    </message>
</context>
<context>
    <name>WallBar</name>
    <message>
        <location filename="../../ui/wall/bar.py" line="75"/>
        <source>Page {page} of {pages}</source>
        <translation>Trang {page}/{pages}</translation>
    </message>
</context>
<context>
    <name>WallCanvas</name>
    <message>
        <location filename="../../ui/wall/canvas_widget.py" line="93"/>
        <source>Wall of cameras</source>
        <translation>Tường camera</translation>
    </message>
</context>
<context>
    <name>WallMarks</name>
    <message>
        <location filename="../../ui/bookmarks/on_wall.py" line="163"/>
        <source>The station has no camera yet, so there is nothing to bookmark.</source>
        <translation>Trạm chưa có camera nào nên chưa có gì để đánh dấu.</translation>
    </message>
    <message>
        <location filename="../../ui/bookmarks/on_wall.py" line="167"/>
        <source>Which camera at {time}? Type its number or click it · Esc: none</source>
        <translation>Camera nào lúc {time}? Gõ số hoặc bấm chuột vào ô · Esc: bỏ qua</translation>
    </message>
    <message>
        <location filename="../../ui/bookmarks/on_wall.py" line="192"/>
        <source>No camera was named within 30 seconds, so {time} is not bookmarked: open Review at that time and press B there.</source>
        <translation>Trong 30 giây chưa có số camera nên lúc {time} chưa được đánh dấu: mở Xem lại đến giờ đó rồi bấm B.</translation>
    </message>
    <message>
        <location filename="../../ui/bookmarks/on_wall.py" line="239"/>
        <source>There is no camera {number}. Type another · Esc: none</source>
        <translation>Không có camera {number}. Gõ số khác · Esc: bỏ qua</translation>
    </message>
    <message>
        <location filename="../../ui/bookmarks/on_wall.py" line="258"/>
        <source>The screen was locked before a camera was named, so {time} is not bookmarked: open Review at that time and press B there.</source>
        <translation>Màn hình khoá khi chưa có số camera nên lúc {time} chưa được đánh dấu: mở Xem lại đến giờ đó rồi bấm B.</translation>
    </message>
</context>
<context>
    <name>WantedRow</name>
    <message>
        <location filename="../../ui/evidence/wanted_editor.py" line="224"/>
        <source>Camera: number or name</source>
        <translation>Camera: số hoặc tên</translation>
    </message>
    <message>
        <location filename="../../ui/evidence/wanted_editor.py" line="226"/>
        <source>From: yesterday 22h05</source>
        <translation>Từ: hôm qua 22h05</translation>
    </message>
    <message>
        <location filename="../../ui/evidence/wanted_editor.py" line="227"/>
        <source>To: 22h30</source>
        <translation>Đến: 22h30</translation>
    </message>
    <message>
        <location filename="../../ui/evidence/wanted_editor.py" line="230"/>
        <source>Which stream</source>
        <translation>Luồng nào</translation>
    </message>
    <message>
        <location filename="../../ui/evidence/wanted_editor.py" line="231"/>
        <source>Main stream: the sharp picture, where it was recorded</source>
        <translation>Luồng chính: hình nét, nếu có ghi</translation>
    </message>
</context>
<context>
    <name>WeekGrid</name>
    <message>
        <location filename="../../ui/recording/week_grid.py" line="39"/>
        <source>Hours of the week that are recorded</source>
        <translation>Các giờ trong tuần được ghi</translation>
    </message>
    <message>
        <location filename="../../ui/recording/week_grid.py" line="42"/>
        <source>Click or Space: turn an hour over. Drag, or Shift and an arrow: several. Click a day or an hour: the whole row or column.</source>
        <translation>Bấm chuột hoặc phím cách: chọn hay bỏ một giờ. Kéo chuột, hoặc Shift và phím mũi tên: nhiều giờ. Bấm vào thứ hay vào giờ: cả hàng hay cả cột.</translation>
    </message>
    <message>
        <location filename="../../ui/recording/week_grid.py" line="168"/>
        <source>{hour}: recorded</source>
        <translation>{hour}: ghi</translation>
    </message>
    <message>
        <location filename="../../ui/recording/week_grid.py" line="168"/>
        <source>{hour}: left out</source>
        <translation>{hour}: không ghi</translation>
    </message>
</context>
<context>
    <name>WordsCard</name>
    <message>
        <location filename="../../ui/settings/words.py" line="27"/>
        <source>Words of cases</source>
        <translation>Từ ngữ của vụ việc</translation>
    </message>
    <message>
        <location filename="../../ui/settings/words.py" line="29"/>
        <source>What officers choose from when they describe what happened.</source>
        <translation>Cán bộ chọn từ đây khi mô tả sự việc.</translation>
    </message>
</context>
<context>
    <name>WorkBar</name>
    <message>
        <location filename="../../ui/audit/work_bar.py" line="42"/>
        <source>Stop</source>
        <translation>Dừng</translation>
    </message>
    <message>
        <location filename="../../ui/audit/work_bar.py" line="44"/>
        <source>Stop this (Esc)</source>
        <translation>Dừng việc này (Esc)</translation>
    </message>
    <message>
        <location filename="../../ui/audit/work_bar.py" line="46"/>
        <source>Read</source>
        <translation>Đã đọc</translation>
    </message>
    <message>
        <location filename="../../ui/audit/work_bar.py" line="49"/>
        <source>Close this notice</source>
        <translation>Đóng thông báo này</translation>
    </message>
    <message>
        <location filename="../../ui/audit/work_bar.py" line="104"/>
        <source>Stopped; nothing was changed.</source>
        <translation>Đã dừng; không có gì thay đổi.</translation>
    </message>
</context>
<context>
    <name>_Both</name>
    <message>
        <location filename="../../ui/cases/fields.py" line="187"/>
        <source>Meanwhile somebody else wrote here:</source>
        <translation>Trong lúc đó người khác cũng sửa chỗ này thành:</translation>
    </message>
    <message>
        <location filename="../../ui/cases/fields.py" line="215"/>
        <source>(nothing)</source>
        <translation>(để trống)</translation>
    </message>
</context>
<context>
    <name>_Calendar</name>
    <message>
        <location filename="../../ui/review/day_picker.py" line="92"/>
        <source>Choose a day</source>
        <translation>Chọn ngày</translation>
    </message>
</context>
<context>
    <name>_HoldForm</name>
    <message>
        <location filename="../../ui/holds/dialogs.py" line="67"/>
        <source>For how many days, or until which day</source>
        <translation>Giữ bao nhiêu ngày, hoặc đến ngày nào</translation>
    </message>
    <message>
        <location filename="../../ui/holds/dialogs.py" line="69"/>
        <source>such as 90 or 31/12/2026; nothing: until somebody releases it</source>
        <translation>ví dụ 90 hoặc 31/12/2026; để trống: giữ đến khi có lệnh thôi</translation>
    </message>
</context>
<context>
    <name>_Line</name>
    <message>
        <location filename="../../ui/requests/narrow_dialog.py" line="159"/>
        <source>Allowed, or not (Space)</source>
        <translation>Cho phép hay không (phím cách)</translation>
    </message>
    <message>
        <location filename="../../ui/requests/narrow_dialog.py" line="164"/>
        <source>{camera}: from when to when</source>
        <translation>{camera}: từ lúc nào đến lúc nào</translation>
    </message>
    <message>
        <location filename="../../ui/requests/narrow_dialog.py" line="165"/>
        <source>From when to when, within what was asked</source>
        <translation>Từ lúc nào đến lúc nào, trong khoảng đã yêu cầu</translation>
    </message>
</context>
<context>
    <name>access</name>
    <message>
        <location filename="../../ui/access/words.py" line="11"/>
        <source>Duty officer</source>
        <translation>Cán bộ trực ban</translation>
    </message>
    <message>
        <location filename="../../ui/access/words.py" line="12"/>
        <source>Officer</source>
        <translation>Cán bộ nghiệp vụ</translation>
    </message>
    <message>
        <location filename="../../ui/access/words.py" line="13"/>
        <source>Station chief</source>
        <translation>Trưởng công an</translation>
    </message>
    <message>
        <location filename="../../ui/access/words.py" line="14"/>
        <source>Administrator</source>
        <translation>Quản trị</translation>
    </message>
    <message>
        <location filename="../../ui/access/words.py" line="15"/>
        <source>Auditor</source>
        <translation>Cán bộ kiểm tra</translation>
    </message>
    <message>
        <location filename="../../ui/access/words.py" line="20"/>
        <source>Watches the wall, marks moments, looks back 24 hours. No export.</source>
        <translation>Xem tường camera, đánh dấu mốc, xem lại 24 giờ. Không trích xuất.</translation>
    </message>
    <message>
        <location filename="../../ui/access/words.py" line="23"/>
        <source>Watches, looks back without a limit, exports evidence.</source>
        <translation>Xem trực tiếp, xem lại không giới hạn, trích xuất chứng cứ.</translation>
    </message>
    <message>
        <location filename="../../ui/access/words.py" line="26"/>
        <source>Everything that has to do with pictures; approves exports; reads the log.</source>
        <translation>Mọi việc về hình ảnh; duyệt trích xuất; đọc nhật ký.</translation>
    </message>
    <message>
        <location filename="../../ui/access/words.py" line="29"/>
        <source>Cameras, officers, settings, backups. No recordings, no export.</source>
        <translation>Camera, cán bộ, cài đặt, sao lưu. Không xem lại, không trích xuất.</translation>
    </message>
    <message>
        <location filename="../../ui/access/words.py" line="32"/>
        <source>Reads the log and the lists. Sees no picture.</source>
        <translation>Đọc nhật ký và danh sách. Không xem hình.</translation>
    </message>
    <message>
        <location filename="../../ui/access/words.py" line="49"/>
        <source>Disabled</source>
        <translation>Ngừng quyền</translation>
    </message>
    <message>
        <location filename="../../ui/access/words.py" line="51"/>
        <source>Locked out until {time}</source>
        <translation>Tạm khoá đến {time}</translation>
    </message>
    <message>
        <location filename="../../ui/access/words.py" line="55"/>
        <source>One-time password has run out</source>
        <translation>Mật khẩu một lần đã hết hạn</translation>
    </message>
    <message>
        <location filename="../../ui/access/words.py" line="56"/>
        <source>One-time password until {time}</source>
        <translation>Mật khẩu một lần, đến {time}</translation>
    </message>
    <message>
        <location filename="../../ui/access/words.py" line="58"/>
        <source>May sign in</source>
        <translation>Được đăng nhập</translation>
    </message>
</context>
<context>
    <name>audit</name>
    <message>
        <location filename="../../ui/audit/names.py" line="15"/>
        <source>erased (no. {number})</source>
        <translation>đã xoá (số {number})</translation>
    </message>
    <message>
        <location filename="../../ui/audit/names.py" line="16"/>
        <location filename="../../ui/audit/wording.py" line="32"/>
        <source>the console itself</source>
        <translation>bàn trực</translation>
    </message>
    <message>
        <location filename="../../ui/audit/names.py" line="19"/>
        <source>{subject}, removed</source>
        <translation>{subject}, đã gỡ</translation>
    </message>
    <message>
        <location filename="../../ui/audit/verdict.py" line="13"/>
        <source>The log is whole: {entries} entries, signed up to number {vouched}.</source>
        <translation>Nhật ký nguyên vẹn: {entries} dòng, đã ký đến dòng {vouched}.</translation>
    </message>
    <message>
        <location filename="../../ui/audit/verdict.py" line="16"/>
        <source>The log holds together: {entries} entries. It was never signed yet.</source>
        <translation>Nhật ký liền mạch: {entries} dòng. Chưa ký lần nào.</translation>
    </message>
    <message>
        <location filename="../../ui/audit/verdict.py" line="19"/>
        <source>The vault could not be opened: compare the key&apos;s fingerprint with the paper.</source>
        <translation>Không mở được kho khoá: hãy đối chiếu dấu vân tay của khoá ký với bản giấy.</translation>
    </message>
    <message>
        <location filename="../../ui/audit/verdict.py" line="22"/>
        <source>The store was restored {count} times; that is no tampering.</source>
        <translation>Dữ liệu đã được khôi phục {count} lần; đó không phải là sửa trộm.</translation>
    </message>
    <message>
        <location filename="../../ui/audit/verdict.py" line="25"/>
        <source>Change nothing, keep this PC as it is, and call the chief and the auditor.</source>
        <translation>Không thay đổi gì, giữ nguyên máy này và báo ngay cho trưởng đơn vị và kiểm tra viên.</translation>
    </message>
    <message>
        <location filename="../../ui/audit/verdict.py" line="30"/>
        <source>Entry {seq} was changed after it was written.</source>
        <translation>Dòng {seq} đã bị sửa sau khi ghi.</translation>
    </message>
    <message>
        <location filename="../../ui/audit/verdict.py" line="31"/>
        <source>Entries {seq} to {last} were taken out.</source>
        <translation>Các dòng từ {seq} đến {last} đã bị lấy đi.</translation>
    </message>
    <message>
        <location filename="../../ui/audit/verdict.py" line="32"/>
        <source>Entry {seq} was put in afterwards.</source>
        <translation>Dòng {seq} bị chèn vào sau.</translation>
    </message>
    <message>
        <location filename="../../ui/audit/verdict.py" line="33"/>
        <source>Entries have changed places from number {seq} on.</source>
        <translation>Các dòng bị đảo chỗ từ số {seq}.</translation>
    </message>
    <message>
        <location filename="../../ui/audit/verdict.py" line="34"/>
        <source>The newest entries, {seq} to {last}, are missing.</source>
        <translation>Những dòng mới nhất, từ {seq} đến {last}, đã bị mất.</translation>
    </message>
    <message>
        <location filename="../../ui/audit/verdict.py" line="35"/>
        <source>Entries {seq} to {last} were rewritten: they contradict what was signed.</source>
        <translation>Các dòng từ {seq} đến {last} đã bị viết lại: trái với những gì đã ký.</translation>
    </message>
    <message>
        <location filename="../../ui/audit/verdict.py" line="38"/>
        <source>The signature over entry {seq} is wrong.</source>
        <translation>Chữ ký trên dòng {seq} sai.</translation>
    </message>
    <message>
        <location filename="../../ui/audit/verdict.py" line="39"/>
        <source>The signature over entry {seq} is missing.</source>
        <translation>Chữ ký trên dòng {seq} bị mất.</translation>
    </message>
    <message>
        <location filename="../../ui/audit/verdict.py" line="40"/>
        <source>Entry {seq} was signed with a key that is not the station&apos;s.</source>
        <translation>Dòng {seq} được ký bằng khoá không phải của trạm.</translation>
    </message>
    <message>
        <location filename="../../ui/audit/wording.py" line="17"/>
        <source>No.</source>
        <translation>Số</translation>
    </message>
    <message>
        <location filename="../../ui/audit/wording.py" line="18"/>
        <source>Time</source>
        <translation>Thời điểm</translation>
    </message>
    <message>
        <location filename="../../ui/audit/wording.py" line="19"/>
        <source>Officer</source>
        <translation>Cán bộ</translation>
    </message>
    <message>
        <location filename="../../ui/audit/wording.py" line="20"/>
        <source>PC</source>
        <translation>Máy</translation>
    </message>
    <message>
        <location filename="../../ui/audit/wording.py" line="21"/>
        <source>Act</source>
        <translation>Việc</translation>
    </message>
    <message>
        <location filename="../../ui/audit/wording.py" line="22"/>
        <source>Of what</source>
        <translation>Đối tượng</translation>
    </message>
    <message>
        <location filename="../../ui/audit/wording.py" line="23"/>
        <source>Details</source>
        <translation>Chi tiết</translation>
    </message>
    <message>
        <location filename="../../ui/audit/wording.py" line="24"/>
        <source>Hash</source>
        <translation>Mã băm</translation>
    </message>
    <message>
        <location filename="../../ui/audit/wording.py" line="26"/>
        <source>Log of the system</source>
        <translation>Nhật ký hệ thống</translation>
    </message>
    <message>
        <location filename="../../ui/audit/wording.py" line="27"/>
        <source>From {since} to {until}</source>
        <translation>Từ {since} đến {until}</translation>
    </message>
    <message>
        <location filename="../../ui/audit/wording.py" line="28"/>
        <source>Made at {at}</source>
        <translation>Lập lúc {at}</translation>
    </message>
    <message>
        <location filename="../../ui/audit/wording.py" line="29"/>
        <source>Newest entry {seq}: {groups}</source>
        <translation>Dòng mới nhất số {seq}: {groups}</translation>
    </message>
    <message>
        <location filename="../../ui/audit/wording.py" line="30"/>
        <source>Not signed: the station has no key yet</source>
        <translation>Chưa ký: trạm chưa có khoá</translation>
    </message>
    <message>
        <location filename="../../ui/audit/wording.py" line="31"/>
        <source>(open)</source>
        <translation>(không giới hạn)</translation>
    </message>
    <message>
        <location filename="../../ui/audit/wording.py" line="33"/>
        <location filename="../../ui/audit/words.py" line="53"/>
        <source>erased</source>
        <translation>đã xoá</translation>
    </message>
    <message>
        <location filename="../../ui/audit/wording.py" line="34"/>
        <source>Workbook (*.xlsx);;Paper, up to {count} entries (*.pdf)</source>
        <translation>Bảng tính (*.xlsx);;Bản in, tối đa {count} dòng (*.pdf)</translation>
    </message>
    <message>
        <location filename="../../ui/audit/acts.py" line="14"/>
        <source>Console started</source>
        <translation>Mở bàn trực</translation>
    </message>
    <message>
        <location filename="../../ui/audit/acts.py" line="15"/>
        <source>Console stopped</source>
        <translation>Tắt bàn trực</translation>
    </message>
    <message>
        <location filename="../../ui/audit/acts.py" line="16"/>
        <source>The PC&apos;s clock jumped</source>
        <translation>Đồng hồ máy bị nhảy</translation>
    </message>
    <message>
        <location filename="../../ui/audit/acts.py" line="17"/>
        <source>The PC&apos;s date confirmed</source>
        <translation>Xác nhận ngày giờ của máy</translation>
    </message>
    <message>
        <location filename="../../ui/audit/acts.py" line="18"/>
        <source>Station key made</source>
        <translation>Tạo khoá của trạm</translation>
    </message>
    <message>
        <location filename="../../ui/audit/acts.py" line="19"/>
        <source>Log signed</source>
        <translation>Ký nhật ký</translation>
    </message>
    <message>
        <location filename="../../ui/audit/acts.py" line="20"/>
        <source>Signed in</source>
        <translation>Đăng nhập</translation>
    </message>
    <message>
        <location filename="../../ui/audit/acts.py" line="21"/>
        <source>Signed out</source>
        <translation>Đăng xuất</translation>
    </message>
    <message>
        <location filename="../../ui/audit/acts.py" line="22"/>
        <source>Sign-in failed</source>
        <translation>Đăng nhập sai</translation>
    </message>
    <message>
        <location filename="../../ui/audit/acts.py" line="23"/>
        <source>Locked out after wrong passwords</source>
        <translation>Bị khoá vì sai mật khẩu</translation>
    </message>
    <message>
        <location filename="../../ui/audit/acts.py" line="24"/>
        <source>Lock-out lifted</source>
        <translation>Mở khoá tài khoản</translation>
    </message>
    <message>
        <location filename="../../ui/audit/acts.py" line="25"/>
        <source>Screen locked</source>
        <translation>Khoá màn hình</translation>
    </message>
    <message>
        <location filename="../../ui/audit/acts.py" line="26"/>
        <source>Screen unlocked</source>
        <translation>Mở khoá màn hình</translation>
    </message>
    <message>
        <location filename="../../ui/audit/acts.py" line="27"/>
        <source>Password typed again</source>
        <translation>Nhập lại mật khẩu</translation>
    </message>
    <message>
        <location filename="../../ui/audit/acts.py" line="28"/>
        <source>Approved as second officer</source>
        <translation>Người thứ hai phê duyệt</translation>
    </message>
    <message>
        <location filename="../../ui/audit/acts.py" line="29"/>
        <source>Refused: no right</source>
        <translation>Từ chối: không có quyền</translation>
    </message>
    <message>
        <location filename="../../ui/audit/acts.py" line="30"/>
        <source>Officer added</source>
        <translation>Thêm cán bộ</translation>
    </message>
    <message>
        <location filename="../../ui/audit/acts.py" line="31"/>
        <source>Officer changed</source>
        <translation>Sửa cán bộ</translation>
    </message>
    <message>
        <location filename="../../ui/audit/acts.py" line="32"/>
        <source>Officer disabled</source>
        <translation>Ngừng tài khoản cán bộ</translation>
    </message>
    <message>
        <location filename="../../ui/audit/acts.py" line="33"/>
        <source>Officer enabled again</source>
        <translation>Cho cán bộ dùng lại</translation>
    </message>
    <message>
        <location filename="../../ui/audit/acts.py" line="34"/>
        <source>Officer erased</source>
        <translation>Xoá thông tin cán bộ</translation>
    </message>
    <message>
        <location filename="../../ui/audit/acts.py" line="35"/>
        <source>Officer kept as he was on going back</source>
        <translation>Giữ nguyên cán bộ khi quay về bản cũ</translation>
    </message>
    <message>
        <location filename="../../ui/audit/acts.py" line="36"/>
        <source>Password chosen</source>
        <translation>Đặt mật khẩu</translation>
    </message>
    <message>
        <location filename="../../ui/audit/acts.py" line="37"/>
        <source>One-time password given</source>
        <translation>Cấp mật khẩu dùng một lần</translation>
    </message>
    <message>
        <location filename="../../ui/audit/acts.py" line="38"/>
        <source>Let in again with the recovery sheet</source>
        <translation>Vào lại bằng phiếu khôi phục</translation>
    </message>
    <message>
        <location filename="../../ui/audit/acts.py" line="39"/>
        <source>Wrong code of the recovery sheet</source>
        <translation>Mã phiếu khôi phục sai</translation>
    </message>
    <message>
        <location filename="../../ui/audit/acts.py" line="40"/>
        <source>Team added</source>
        <translation>Thêm tổ tự quản</translation>
    </message>
    <message>
        <location filename="../../ui/audit/acts.py" line="41"/>
        <source>Team changed</source>
        <translation>Sửa tổ tự quản</translation>
    </message>
    <message>
        <location filename="../../ui/audit/acts.py" line="42"/>
        <source>Team removed</source>
        <translation>Gỡ tổ tự quản</translation>
    </message>
    <message>
        <location filename="../../ui/audit/acts.py" line="43"/>
        <source>Cluster added</source>
        <translation>Thêm cụm camera</translation>
    </message>
    <message>
        <location filename="../../ui/audit/acts.py" line="44"/>
        <source>Cluster changed</source>
        <translation>Sửa cụm camera</translation>
    </message>
    <message>
        <location filename="../../ui/audit/acts.py" line="45"/>
        <source>Cluster removed</source>
        <translation>Gỡ cụm camera</translation>
    </message>
    <message>
        <location filename="../../ui/audit/acts.py" line="46"/>
        <source>Camera added</source>
        <translation>Thêm camera</translation>
    </message>
    <message>
        <location filename="../../ui/audit/acts.py" line="47"/>
        <source>Camera changed</source>
        <translation>Sửa camera</translation>
    </message>
    <message>
        <location filename="../../ui/audit/acts.py" line="48"/>
        <source>Camera removed</source>
        <translation>Gỡ camera</translation>
    </message>
    <message>
        <location filename="../../ui/audit/acts.py" line="49"/>
        <source>Certificate trusted</source>
        <translation>Tin chứng thư</translation>
    </message>
    <message>
        <location filename="../../ui/audit/acts.py" line="50"/>
        <source>List of cameras imported</source>
        <translation>Nhập danh sách camera</translation>
    </message>
    <message>
        <location filename="../../ui/audit/acts.py" line="51"/>
        <source>List of cameras exported</source>
        <translation>Xuất danh sách camera</translation>
    </message>
    <message>
        <location filename="../../ui/audit/acts.py" line="52"/>
        <source>Layout saved</source>
        <translation>Lưu bố cục</translation>
    </message>
    <message>
        <location filename="../../ui/audit/acts.py" line="53"/>
        <source>Layout removed</source>
        <translation>Xoá bố cục</translation>
    </message>
    <message>
        <location filename="../../ui/audit/acts.py" line="61"/>
        <source>Footage held on after going back</source>
        <translation>Giữ tiếp lệnh lưu giữ khi quay về bản cũ</translation>
    </message>
    <message>
        <location filename="../../ui/audit/acts.py" line="65"/>
        <source>Foreign file watched</source>
        <translation>Xem tệp từ bên ngoài</translation>
    </message>
    <message>
        <location filename="../../ui/audit/acts.py" line="66"/>
        <source>Held footage freed</source>
        <translation>Hình lưu giữ được bỏ lưu giữ</translation>
    </message>
    <message>
        <location filename="../../ui/audit/acts.py" line="67"/>
        <source>Bookmark set</source>
        <translation>Đặt dấu mốc</translation>
    </message>
    <message>
        <location filename="../../ui/audit/acts.py" line="68"/>
        <source>Bookmark changed</source>
        <translation>Sửa dấu mốc</translation>
    </message>
    <message>
        <location filename="../../ui/audit/acts.py" line="69"/>
        <source>Bookmark taken back</source>
        <translation>Huỷ dấu mốc vừa đặt</translation>
    </message>
    <message>
        <location filename="../../ui/audit/acts.py" line="70"/>
        <source>Incident opened</source>
        <translation>Lập vụ việc</translation>
    </message>
    <message>
        <location filename="../../ui/audit/acts.py" line="71"/>
        <source>Incident changed</source>
        <translation>Sửa vụ việc</translation>
    </message>
    <message>
        <location filename="../../ui/audit/acts.py" line="72"/>
        <source>Put into an incident</source>
        <translation>Đưa vào vụ việc</translation>
    </message>
    <message>
        <location filename="../../ui/audit/acts.py" line="73"/>
        <source>Taken out of an incident</source>
        <translation>Đưa ra khỏi vụ việc</translation>
    </message>
    <message>
        <location filename="../../ui/audit/acts.py" line="74"/>
        <source>Incident submitted</source>
        <translation>Trình vụ việc</translation>
    </message>
    <message>
        <location filename="../../ui/audit/acts.py" line="75"/>
        <source>Incident returned</source>
        <translation>Trả lại vụ việc</translation>
    </message>
    <message>
        <location filename="../../ui/audit/acts.py" line="76"/>
        <source>Incident approved</source>
        <translation>Duyệt vụ việc</translation>
    </message>
    <message>
        <location filename="../../ui/audit/acts.py" line="77"/>
        <source>Incident closed</source>
        <translation>Kết thúc vụ việc</translation>
    </message>
    <message>
        <location filename="../../ui/audit/acts.py" line="78"/>
        <source>Incident reopened</source>
        <translation>Mở lại vụ việc</translation>
    </message>
    <message>
        <location filename="../../ui/audit/acts.py" line="79"/>
        <source>Persons of an incident read</source>
        <translation>Đọc phần về người của vụ việc</translation>
    </message>
    <message>
        <location filename="../../ui/audit/acts.py" line="81"/>
        <source>Attachment added</source>
        <translation>Thêm tệp đính kèm</translation>
    </message>
    <message>
        <location filename="../../ui/audit/acts.py" line="82"/>
        <source>Attachment opened</source>
        <translation>Mở tệp đính kèm</translation>
    </message>
    <message>
        <location filename="../../ui/audit/acts.py" line="83"/>
        <source>Outcome entered</source>
        <translation>Ghi kết quả xử lý</translation>
    </message>
    <message>
        <location filename="../../ui/audit/acts.py" line="84"/>
        <source>Outcome struck out</source>
        <translation>Gạch bỏ kết quả xử lý</translation>
    </message>
    <message>
        <location filename="../../ui/audit/acts.py" line="85"/>
        <source>Request for footage drafted</source>
        <translation>Soạn phiếu yêu cầu trích xuất</translation>
    </message>
    <message>
        <location filename="../../ui/audit/acts.py" line="86"/>
        <source>Request for footage changed</source>
        <translation>Sửa phiếu yêu cầu trích xuất</translation>
    </message>
    <message>
        <location filename="../../ui/audit/acts.py" line="87"/>
        <source>Request for footage handed in</source>
        <translation>Trình phiếu yêu cầu trích xuất</translation>
    </message>
    <message>
        <location filename="../../ui/audit/acts.py" line="88"/>
        <source>Request for footage approved</source>
        <translation>Duyệt phiếu yêu cầu trích xuất</translation>
    </message>
    <message>
        <location filename="../../ui/audit/acts.py" line="89"/>
        <source>Request for footage approved in part</source>
        <translation>Duyệt một phần phiếu yêu cầu trích xuất</translation>
    </message>
    <message>
        <location filename="../../ui/audit/acts.py" line="90"/>
        <source>Request for footage refused</source>
        <translation>Từ chối phiếu yêu cầu trích xuất</translation>
    </message>
    <message>
        <location filename="../../ui/audit/acts.py" line="91"/>
        <source>Request for footage withdrawn</source>
        <translation>Rút phiếu yêu cầu trích xuất</translation>
    </message>
    <message>
        <location filename="../../ui/audit/acts.py" line="92"/>
        <source>Persons of a request erased</source>
        <translation>Xoá tên người trong phiếu yêu cầu</translation>
    </message>
    <message>
        <location filename="../../ui/audit/acts.py" line="93"/>
        <source>Paper of a request added</source>
        <translation>Thêm văn bản vào phiếu yêu cầu</translation>
    </message>
    <message>
        <location filename="../../ui/audit/acts.py" line="94"/>
        <source>Paper of a request opened</source>
        <translation>Mở văn bản của phiếu yêu cầu</translation>
    </message>
    <message>
        <location filename="../../ui/audit/acts.py" line="95"/>
        <source>Paper of a request taken out</source>
        <translation>Bỏ bản quét khỏi phiếu trích xuất</translation>
    </message>
    <message>
        <location filename="../../ui/audit/acts.py" line="96"/>
        <source>Export queued</source>
        <translation>Xếp hàng chờ trích xuất</translation>
    </message>
    <message>
        <location filename="../../ui/audit/acts.py" line="97"/>
        <source>Export started</source>
        <translation>Bắt đầu trích xuất</translation>
    </message>
    <message>
        <location filename="../../ui/audit/acts.py" line="98"/>
        <source>Export finished</source>
        <translation>Trích xuất xong</translation>
    </message>
    <message>
        <location filename="../../ui/audit/acts.py" line="99"/>
        <source>Export failed</source>
        <translation>Trích xuất không thành</translation>
    </message>
    <message>
        <location filename="../../ui/audit/acts.py" line="100"/>
        <source>Export cancelled</source>
        <translation>Huỷ trích xuất</translation>
    </message>
    <message>
        <location filename="../../ui/audit/acts.py" line="101"/>
        <source>Exports put in another order</source>
        <translation>Đổi thứ tự chờ trích xuất</translation>
    </message>
    <message>
        <location filename="../../ui/audit/acts.py" line="102"/>
        <source>Copying of a package started</source>
        <translation>Bắt đầu sao chép gói chứng cứ</translation>
    </message>
    <message>
        <location filename="../../ui/audit/acts.py" line="103"/>
        <source>Copying of a package failed</source>
        <translation>Sao chép gói chứng cứ không thành</translation>
    </message>
    <message>
        <location filename="../../ui/audit/acts.py" line="104"/>
        <source>Custody of a package noted</source>
        <translation>Ghi bàn giao, bảo quản gói chứng cứ</translation>
    </message>
    <message>
        <location filename="../../ui/audit/acts.py" line="105"/>
        <source>Persons of a package&apos;s custody erased</source>
        <translation>Xoá tên người trong sổ bảo quản gói chứng cứ</translation>
    </message>
    <message>
        <location filename="../../ui/audit/acts.py" line="106"/>
        <source>Category added</source>
        <translation>Thêm loại vụ việc</translation>
    </message>
    <message>
        <location filename="../../ui/audit/acts.py" line="107"/>
        <source>Category changed</source>
        <translation>Sửa loại vụ việc</translation>
    </message>
    <message>
        <location filename="../../ui/audit/acts.py" line="108"/>
        <source>Team member added</source>
        <translation>Thêm tổ viên</translation>
    </message>
    <message>
        <location filename="../../ui/audit/acts.py" line="109"/>
        <source>Team member changed</source>
        <translation>Sửa tổ viên</translation>
    </message>
    <message>
        <location filename="../../ui/audit/acts.py" line="110"/>
        <source>Team member erased</source>
        <translation>Xoá tổ viên</translation>
    </message>
    <message>
        <location filename="../../ui/audit/acts.py" line="111"/>
        <source>Team member called</source>
        <translation>Gọi tổ viên</translation>
    </message>
    <message>
        <location filename="../../ui/audit/acts.py" line="112"/>
        <source>Phrases changed</source>
        <translation>Sửa câu ghi nhanh</translation>
    </message>
    <message>
        <location filename="../../ui/audit/acts.py" line="115"/>
        <source>Settings changed</source>
        <translation>Sửa cài đặt</translation>
    </message>
    <message>
        <location filename="../../ui/audit/acts.py" line="118"/>
        <source>Backup made</source>
        <translation>Sao lưu</translation>
    </message>
    <message>
        <location filename="../../ui/audit/acts.py" line="119"/>
        <source>Backup failed</source>
        <translation>Sao lưu hỏng</translation>
    </message>
    <message>
        <location filename="../../ui/audit/acts.py" line="121"/>
        <source>Restored from a backup</source>
        <translation>Khôi phục từ bản sao lưu</translation>
    </message>
    <message>
        <location filename="../../ui/audit/acts.py" line="122"/>
        <source>Rolled back to before an update</source>
        <translation>Quay lại trước khi cập nhật</translation>
    </message>
    <message>
        <location filename="../../ui/audit/acts.py" line="123"/>
        <source>Log exported</source>
        <translation>Xuất nhật ký</translation>
    </message>
    <message>
        <location filename="../../ui/audit/acts.py" line="124"/>
        <source>Log verified</source>
        <translation>Kiểm tra nhật ký</translation>
    </message>
    <message>
        <location filename="../../ui/audit/acts.py" line="142"/>
        <source>All of sign-in and screen</source>
        <translation>Mọi việc đăng nhập và màn hình</translation>
    </message>
    <message>
        <location filename="../../ui/audit/acts.py" line="143"/>
        <source>All that was refused or failed</source>
        <translation>Mọi việc bị từ chối hoặc hỏng</translation>
    </message>
    <message>
        <location filename="../../ui/audit/acts.py" line="144"/>
        <source>All of officers</source>
        <translation>Mọi việc về cán bộ</translation>
    </message>
    <message>
        <location filename="../../ui/audit/acts.py" line="145"/>
        <source>All of cameras and layouts</source>
        <translation>Mọi việc về camera và bố cục</translation>
    </message>
    <message>
        <location filename="../../ui/audit/acts.py" line="147"/>
        <source>All of bookmarks, incidents and teams&apos; members</source>
        <translation>Mọi việc về dấu mốc, vụ việc và tổ viên</translation>
    </message>
    <message>
        <location filename="../../ui/audit/acts.py" line="148"/>
        <source>All of requests and exports</source>
        <translation>Mọi việc về phiếu yêu cầu và trích xuất</translation>
    </message>
    <message>
        <location filename="../../ui/audit/acts.py" line="149"/>
        <source>All of the station and its log</source>
        <translation>Mọi việc về trạm và nhật ký</translation>
    </message>
    <message>
        <location filename="../../ui/audit/words.py" line="17"/>
        <location filename="../../ui/audit/words.py" line="142"/>
        <source>attachment</source>
        <translation>tệp đính kèm</translation>
    </message>
    <message>
        <location filename="../../ui/audit/words.py" line="18"/>
        <location filename="../../ui/audit/words.py" line="118"/>
        <source>bookmark</source>
        <translation>dấu mốc</translation>
    </message>
    <message>
        <location filename="../../ui/audit/words.py" line="19"/>
        <source>call</source>
        <translation>cuộc gọi</translation>
    </message>
    <message>
        <location filename="../../ui/audit/words.py" line="20"/>
        <location filename="../../ui/audit/words.py" line="47"/>
        <location filename="../../ui/audit/words.py" line="146"/>
        <source>category</source>
        <translation>loại vụ việc</translation>
    </message>
    <message>
        <location filename="../../ui/audit/words.py" line="22"/>
        <location filename="../../ui/audit/words.py" line="121"/>
        <location filename="../../ui/audit/words.py" line="245"/>
        <source>team member</source>
        <translation>tổ viên</translation>
    </message>
    <message>
        <location filename="../../ui/audit/words.py" line="23"/>
        <location filename="../../ui/audit/words.py" line="155"/>
        <source>outcome</source>
        <translation>kết quả xử lý</translation>
    </message>
    <message>
        <location filename="../../ui/audit/words.py" line="24"/>
        <location filename="../../ui/audit/words.py" line="45"/>
        <source>camera</source>
        <translation>camera</translation>
    </message>
    <message>
        <location filename="../../ui/audit/words.py" line="25"/>
        <location filename="../../ui/audit/words.py" line="114"/>
        <source>cluster</source>
        <translation>cụm camera</translation>
    </message>
    <message>
        <location filename="../../ui/audit/words.py" line="26"/>
        <location filename="../../ui/audit/words.py" line="49"/>
        <source>copied</source>
        <translation>đã chép</translation>
    </message>
    <message>
        <location filename="../../ui/audit/words.py" line="27"/>
        <location filename="../../ui/audit/words.py" line="50"/>
        <source>damaged</source>
        <translation>bị hỏng</translation>
    </message>
    <message>
        <location filename="../../ui/audit/words.py" line="28"/>
        <location filename="../../ui/audit/words.py" line="51"/>
        <source>device</source>
        <translation>thiết bị</translation>
    </message>
    <message>
        <location filename="../../ui/audit/words.py" line="31"/>
        <source>layout</source>
        <translation>bố cục</translation>
    </message>
    <message>
        <location filename="../../ui/audit/words.py" line="32"/>
        <source>package</source>
        <translation>gói chứng cứ</translation>
    </message>
    <message>
        <location filename="../../ui/audit/words.py" line="34"/>
        <location filename="../../ui/audit/words.py" line="234"/>
        <source>officer</source>
        <translation>cán bộ</translation>
    </message>
    <message>
        <location filename="../../ui/audit/words.py" line="35"/>
        <location filename="../../ui/audit/words.py" line="95"/>
        <location filename="../../ui/audit/words.py" line="136"/>
        <source>team</source>
        <translation>tổ tự quản</translation>
    </message>
    <message>
        <location filename="../../ui/audit/words.py" line="36"/>
        <source>restricted incident</source>
        <translation>vụ việc hạn chế, nội dung được che</translation>
    </message>
    <message>
        <location filename="../../ui/audit/words.py" line="37"/>
        <source>station</source>
        <translation>trạm</translation>
    </message>
    <message>
        <location filename="../../ui/audit/words.py" line="43"/>
        <source>wanted</source>
        <translation>muốn</translation>
    </message>
    <message>
        <location filename="../../ui/audit/words.py" line="44"/>
        <source>bytes</source>
        <translation>byte</translation>
    </message>
    <message>
        <location filename="../../ui/audit/words.py" line="46"/>
        <source>cameras</source>
        <translation>số camera</translation>
    </message>
    <message>
        <location filename="../../ui/audit/words.py" line="48"/>
        <source>clusters</source>
        <translation>số cụm</translation>
    </message>
    <message>
        <location filename="../../ui/audit/words.py" line="52"/>
        <source>entries</source>
        <translation>số dòng</translation>
    </message>
    <message>
        <location filename="../../ui/audit/words.py" line="54"/>
        <source>wrong passwords in a row</source>
        <translation>sai mật khẩu liên tiếp</translation>
    </message>
    <message>
        <location filename="../../ui/audit/words.py" line="55"/>
        <source>fault</source>
        <translation>lỗi</translation>
    </message>
    <message>
        <location filename="../../ui/audit/words.py" line="56"/>
        <source>first bad entry</source>
        <translation>dòng sai đầu tiên</translation>
    </message>
    <message>
        <location filename="../../ui/audit/words.py" line="57"/>
        <source>fields</source>
        <translation>mục</translation>
    </message>
    <message>
        <location filename="../../ui/audit/words.py" line="60"/>
        <source>folder</source>
        <translation>thư mục</translation>
    </message>
    <message>
        <location filename="../../ui/audit/words.py" line="61"/>
        <source>kind of file</source>
        <translation>loại tệp</translation>
    </message>
    <message>
        <location filename="../../ui/audit/words.py" line="62"/>
        <source>hash</source>
        <translation>mã băm</translation>
    </message>
    <message>
        <location filename="../../ui/audit/words.py" line="64"/>
        <location filename="../../ui/audit/words.py" line="81"/>
        <source>its hash</source>
        <translation>mã băm của nó</translation>
    </message>
    <message>
        <location filename="../../ui/audit/words.py" line="65"/>
        <source>newest entry</source>
        <translation>dòng mới nhất</translation>
    </message>
    <message>
        <location filename="../../ui/audit/words.py" line="66"/>
        <location filename="../../ui/audit/words.py" line="67"/>
        <source>key</source>
        <translation>khoá</translation>
    </message>
    <message>
        <location filename="../../ui/audit/words.py" line="68"/>
        <source>kind</source>
        <translation>loại</translation>
    </message>
    <message>
        <location filename="../../ui/audit/words.py" line="69"/>
        <source>without room</source>
        <translation>không đủ chỗ</translation>
    </message>
    <message>
        <location filename="../../ui/audit/words.py" line="70"/>
        <source>phrases</source>
        <translation>câu mẫu</translation>
    </message>
    <message>
        <location filename="../../ui/audit/words.py" line="71"/>
        <source>left for the next time</source>
        <translation>để lần sau</translation>
    </message>
    <message>
        <location filename="../../ui/audit/words.py" line="72"/>
        <source>limit</source>
        <translation>giới hạn</translation>
    </message>
    <message>
        <location filename="../../ui/audit/words.py" line="73"/>
        <source>milliseconds</source>
        <translation>mili giây</translation>
    </message>
    <message>
        <location filename="../../ui/audit/words.py" line="74"/>
        <source>minutes</source>
        <translation>số phút</translation>
    </message>
    <message>
        <location filename="../../ui/audit/words.py" line="75"/>
        <source>reason</source>
        <translation>lý do</translation>
    </message>
    <message>
        <location filename="../../ui/audit/words.py" line="76"/>
        <source>hash of the replaced one</source>
        <translation>mã băm bản bị thay</translation>
    </message>
    <message>
        <location filename="../../ui/audit/words.py" line="77"/>
        <source>newest entry of the replaced one</source>
        <translation>dòng cuối của bản bị thay</translation>
    </message>
    <message>
        <location filename="../../ui/audit/words.py" line="78"/>
        <source>hash of the restored one</source>
        <translation>mã băm bản khôi phục</translation>
    </message>
    <message>
        <location filename="../../ui/audit/words.py" line="79"/>
        <source>newest entry of the restored one</source>
        <translation>dòng cuối của bản khôi phục</translation>
    </message>
    <message>
        <location filename="../../ui/audit/words.py" line="82"/>
        <source>signed before, not in this log</source>
        <translation>dòng đã ký trước đây, không có trong nhật ký này</translation>
    </message>
    <message>
        <location filename="../../ui/audit/words.py" line="89"/>
        <source>role</source>
        <translation>vai trò</translation>
    </message>
    <message>
        <location filename="../../ui/audit/words.py" line="90"/>
        <source>entry</source>
        <translation>dòng</translation>
    </message>
    <message>
        <location filename="../../ui/audit/words.py" line="91"/>
        <source>serial number</source>
        <translation>số sê-ri</translation>
    </message>
    <message>
        <location filename="../../ui/audit/words.py" line="92"/>
        <source>fingerprint</source>
        <translation>dấu vân</translation>
    </message>
    <message>
        <location filename="../../ui/audit/words.py" line="93"/>
        <source>fingerprint of the line</source>
        <translation>dấu vân của dòng</translation>
    </message>
    <message>
        <location filename="../../ui/audit/words.py" line="94"/>
        <source>fingerprint of the store</source>
        <translation>dấu vân của dữ liệu</translation>
    </message>
    <message>
        <location filename="../../ui/audit/words.py" line="96"/>
        <source>teams</source>
        <translation>các tổ</translation>
    </message>
    <message>
        <location filename="../../ui/audit/words.py" line="97"/>
        <source>tiles</source>
        <translation>số ô</translation>
    </message>
    <message>
        <location filename="../../ui/audit/words.py" line="98"/>
        <source>turned away before</source>
        <translation>số lần bị từ chối trước đó</translation>
    </message>
    <message>
        <location filename="../../ui/audit/words.py" line="99"/>
        <source>signed up to</source>
        <translation>đã ký đến dòng</translation>
    </message>
    <message>
        <location filename="../../ui/audit/words.py" line="113"/>
        <source>certificate</source>
        <translation>chứng thư</translation>
    </message>
    <message>
        <location filename="../../ui/audit/words.py" line="115"/>
        <source>disabled</source>
        <translation>đã ngừng</translation>
    </message>
    <message>
        <location filename="../../ui/audit/words.py" line="116"/>
        <location filename="../../ui/audit/words.py" line="140"/>
        <source>address</source>
        <translation>địa chỉ</translation>
    </message>
    <message>
        <location filename="../../ui/audit/words.py" line="117"/>
        <source>minutes until the screen locks</source>
        <translation>số phút tự khoá màn hình</translation>
    </message>
    <message>
        <location filename="../../ui/audit/words.py" line="125"/>
        <source>language</source>
        <translation>ngôn ngữ</translation>
    </message>
    <message>
        <location filename="../../ui/audit/words.py" line="126"/>
        <source>logo</source>
        <translation>biểu trưng</translation>
    </message>
    <message>
        <location filename="../../ui/audit/words.py" line="127"/>
        <source>name</source>
        <translation>tên</translation>
    </message>
    <message>
        <location filename="../../ui/audit/words.py" line="128"/>
        <source>number</source>
        <translation>số</translation>
    </message>
    <message>
        <location filename="../../ui/audit/words.py" line="129"/>
        <source>password</source>
        <translation>mật khẩu</translation>
    </message>
    <message>
        <location filename="../../ui/audit/words.py" line="130"/>
        <source>days that footage is kept</source>
        <translation>số ngày giữ hình ghi</translation>
    </message>
    <message>
        <location filename="../../ui/audit/words.py" line="131"/>
        <source>second medium</source>
        <translation>nơi sao lưu thứ hai</translation>
    </message>
    <message>
        <location filename="../../ui/audit/words.py" line="132"/>
        <source>notice at sign-in</source>
        <translation>lời báo khi đăng nhập</translation>
    </message>
    <message>
        <location filename="../../ui/audit/words.py" line="133"/>
        <source>station name</source>
        <translation>tên đơn vị</translation>
    </message>
    <message>
        <location filename="../../ui/audit/words.py" line="134"/>
        <source>streams</source>
        <translation>luồng hình</translation>
    </message>
    <message>
        <location filename="../../ui/audit/words.py" line="135"/>
        <source>superior body</source>
        <translation>cơ quan cấp trên</translation>
    </message>
    <message>
        <location filename="../../ui/audit/words.py" line="137"/>
        <source>kind of unit</source>
        <translation>loại đơn vị</translation>
    </message>
    <message>
        <location filename="../../ui/audit/words.py" line="138"/>
        <source>user</source>
        <translation>tài khoản</translation>
    </message>
    <message>
        <location filename="../../ui/audit/words.py" line="141"/>
        <source>who has it</source>
        <translation>người được giao</translation>
    </message>
    <message>
        <location filename="../../ui/audit/words.py" line="143"/>
        <source>begin</source>
        <translation>bắt đầu</translation>
    </message>
    <message>
        <location filename="../../ui/audit/words.py" line="144"/>
        <source>bookmarks</source>
        <translation>dấu mốc</translation>
    </message>
    <message>
        <location filename="../../ui/audit/words.py" line="145"/>
        <source>categories</source>
        <translation>loại vụ việc</translation>
    </message>
    <message>
        <location filename="../../ui/audit/words.py" line="147"/>
        <source>count</source>
        <translation>số lượng</translation>
    </message>
    <message>
        <location filename="../../ui/audit/words.py" line="148"/>
        <source>words of a bookmark</source>
        <translation>lời của dấu mốc</translation>
    </message>
    <message>
        <location filename="../../ui/audit/words.py" line="149"/>
        <source>due day</source>
        <translation>hạn xử lý</translation>
    </message>
    <message>
        <location filename="../../ui/audit/words.py" line="150"/>
        <source>ended</source>
        <translation>kết thúc</translation>
    </message>
    <message>
        <location filename="../../ui/audit/words.py" line="151"/>
        <source>end</source>
        <translation>lúc kết thúc</translation>
    </message>
    <message>
        <location filename="../../ui/audit/words.py" line="152"/>
        <source>files</source>
        <translation>số tệp</translation>
    </message>
    <message>
        <location filename="../../ui/audit/words.py" line="153"/>
        <source>days held</source>
        <translation>số ngày lưu giữ</translation>
    </message>
    <message>
        <location filename="../../ui/audit/words.py" line="154"/>
        <source>narrative</source>
        <translation>nội dung</translation>
    </message>
    <message>
        <location filename="../../ui/audit/words.py" line="156"/>
        <source>above it</source>
        <translation>mục cha</translation>
    </message>
    <message>
        <location filename="../../ui/audit/words.py" line="157"/>
        <source>persons</source>
        <translation>người liên quan</translation>
    </message>
    <message>
        <location filename="../../ui/audit/words.py" line="159"/>
        <source>seconds after</source>
        <translation>số giây sau</translation>
    </message>
    <message>
        <location filename="../../ui/audit/words.py" line="160"/>
        <source>seconds before</source>
        <translation>số giây trước</translation>
    </message>
    <message>
        <location filename="../../ui/audit/words.py" line="161"/>
        <source>who sees it</source>
        <translation>người được xem</translation>
    </message>
    <message>
        <location filename="../../ui/audit/words.py" line="162"/>
        <source>restricted</source>
        <translation>hạn chế</translation>
    </message>
    <message>
        <location filename="../../ui/audit/words.py" line="163"/>
        <source>severity</source>
        <translation>mức độ</translation>
    </message>
    <message>
        <location filename="../../ui/audit/words.py" line="164"/>
        <source>place on the plan</source>
        <translation>vị trí trên sơ đồ</translation>
    </message>
    <message>
        <location filename="../../ui/audit/words.py" line="165"/>
        <source>title</source>
        <translation>tiêu đề</translation>
    </message>
    <message>
        <location filename="../../ui/audit/words.py" line="166"/>
        <source>vehicles</source>
        <translation>phương tiện</translation>
    </message>
    <message>
        <location filename="../../ui/audit/words.py" line="167"/>
        <source>version</source>
        <translation>phiên bản</translation>
    </message>
    <message>
        <location filename="../../ui/audit/words.py" line="168"/>
        <source>year</source>
        <translation>năm</translation>
    </message>
    <message>
        <location filename="../../ui/audit/words.py" line="170"/>
        <source>line of custody</source>
        <translation>dòng bảo quản</translation>
    </message>
    <message>
        <location filename="../../ui/audit/words.py" line="171"/>
        <source>forms</source>
        <translation>định dạng</translation>
    </message>
    <message>
        <location filename="../../ui/audit/words.py" line="172"/>
        <source>legal basis</source>
        <translation>căn cứ pháp lý</translation>
    </message>
    <message>
        <location filename="../../ui/audit/words.py" line="173"/>
        <source>gaps</source>
        <translation>khoảng trống</translation>
    </message>
    <message>
        <location filename="../../ui/audit/words.py" line="174"/>
        <source>packages</source>
        <translation>gói chứng cứ</translation>
    </message>
    <message>
        <location filename="../../ui/audit/words.py" line="175"/>
        <source>number of the paper</source>
        <translation>số văn bản</translation>
    </message>
    <message>
        <location filename="../../ui/audit/words.py" line="176"/>
        <source>day of the paper</source>
        <translation>ngày văn bản</translation>
    </message>
    <message>
        <location filename="../../ui/audit/words.py" line="177"/>
        <source>person who asks</source>
        <translation>người yêu cầu</translation>
    </message>
    <message>
        <location filename="../../ui/audit/words.py" line="178"/>
        <source>purpose</source>
        <translation>mục đích</translation>
    </message>
    <message>
        <location filename="../../ui/audit/words.py" line="179"/>
        <source>recipient</source>
        <translation>người nhận</translation>
    </message>
    <message>
        <location filename="../../ui/audit/words.py" line="181"/>
        <source>unit that asks</source>
        <translation>đơn vị yêu cầu</translation>
    </message>
    <message>
        <location filename="../../ui/audit/words.py" line="182"/>
        <source>urgent</source>
        <translation>khẩn</translation>
    </message>
    <message>
        <location filename="../../ui/audit/words.py" line="183"/>
        <source>urgent exports first</source>
        <translation>trích xuất khẩn trước, duyệt sau</translation>
    </message>
    <message>
        <location filename="../../ui/audit/words.py" line="184"/>
        <source>time-stamp authority</source>
        <translation>nơi cấp dấu thời gian</translation>
    </message>
    <message>
        <location filename="../../ui/audit/words.py" line="185"/>
        <source>what is wanted</source>
        <translation>nội dung yêu cầu</translation>
    </message>
    <message>
        <location filename="../../ui/audit/words.py" line="186"/>
        <source>the program ended meanwhile</source>
        <translation>chương trình bị dừng giữa chừng</translation>
    </message>
    <message>
        <location filename="../../ui/audit/words.py" line="187"/>
        <source>the officer may not export any more</source>
        <translation>cán bộ không còn quyền trích xuất</translation>
    </message>
    <message>
        <location filename="../../ui/audit/words.py" line="188"/>
        <source>not approved any more</source>
        <translation>không còn được duyệt</translation>
    </message>
    <message>
        <location filename="../../ui/audit/words.py" line="189"/>
        <source>not approved within 24 hours</source>
        <translation>không được duyệt trong 24 giờ</translation>
    </message>
    <message>
        <location filename="../../ui/audit/words.py" line="190"/>
        <source>verified</source>
        <translation>đã kiểm tra</translation>
    </message>
    <message>
        <location filename="../../ui/audit/words.py" line="191"/>
        <source>handed over</source>
        <translation>đã bàn giao</translation>
    </message>
    <message>
        <location filename="../../ui/audit/words.py" line="192"/>
        <source>returned</source>
        <translation>đã trả lại</translation>
    </message>
    <message>
        <location filename="../../ui/audit/words.py" line="193"/>
        <source>encrypted</source>
        <translation>có mã hoá</translation>
    </message>
    <message>
        <location filename="../../ui/audit/words.py" line="194"/>
        <source>as it was made</source>
        <translation>nguyên như khi lập</translation>
    </message>
    <message>
        <location filename="../../ui/audit/words.py" line="195"/>
        <source>not as it was made</source>
        <translation>không còn như khi lập</translation>
    </message>
    <message>
        <location filename="../../ui/audit/words.py" line="196"/>
        <source>cancelled</source>
        <translation>đã huỷ</translation>
    </message>
    <message>
        <location filename="../../ui/audit/words.py" line="197"/>
        <source>medium full</source>
        <translation>vật mang tin hết chỗ</translation>
    </message>
    <message>
        <location filename="../../ui/audit/words.py" line="198"/>
        <source>medium pulled or broken</source>
        <translation>vật mang tin bị rút hoặc hỏng</translation>
    </message>
    <message>
        <location filename="../../ui/audit/words.py" line="199"/>
        <source>the package was changed</source>
        <translation>gói đã bị thay đổi</translation>
    </message>
    <message>
        <location filename="../../ui/audit/words.py" line="200"/>
        <source>the station&apos;s file could not be written</source>
        <translation>không ghi được tệp dữ liệu của trạm</translation>
    </message>
    <message>
        <location filename="../../ui/audit/words.py" line="201"/>
        <source>the name was in use</source>
        <translation>tên đã có</translation>
    </message>
    <message>
        <location filename="../../ui/audit/words.py" line="202"/>
        <source>too large a file for the medium</source>
        <translation>tệp quá lớn đối với vật mang tin</translation>
    </message>
    <message>
        <location filename="../../ui/audit/words.py" line="203"/>
        <source>destroyed</source>
        <translation>đã tiêu huỷ</translation>
    </message>
    <message>
        <location filename="../../ui/audit/words.py" line="206"/>
        <source>asked for</source>
        <translation>theo yêu cầu</translation>
    </message>
    <message>
        <location filename="../../ui/audit/words.py" line="208"/>
        <source>by himself</source>
        <translation>tự đăng xuất</translation>
    </message>
    <message>
        <location filename="../../ui/audit/words.py" line="209"/>
        <source>his access was taken away</source>
        <translation>bị thu quyền</translation>
    </message>
    <message>
        <location filename="../../ui/audit/words.py" line="210"/>
        <source>unknown officer</source>
        <translation>không rõ cán bộ</translation>
    </message>
    <message>
        <location filename="../../ui/audit/words.py" line="211"/>
        <source>one-time password too old</source>
        <translation>mật khẩu một lần đã hết hạn</translation>
    </message>
    <message>
        <location filename="../../ui/audit/words.py" line="212"/>
        <source>nobody was there</source>
        <translation>không có người</translation>
    </message>
    <message>
        <location filename="../../ui/audit/words.py" line="213"/>
        <source>the shift was over</source>
        <translation>hết ca</translation>
    </message>
    <message>
        <location filename="../../ui/audit/words.py" line="214"/>
        <source>another officer came</source>
        <translation>cán bộ khác vào thay</translation>
    </message>
    <message>
        <location filename="../../ui/audit/words.py" line="216"/>
        <source>daily</source>
        <translation>hằng ngày</translation>
    </message>
    <message>
        <location filename="../../ui/audit/words.py" line="217"/>
        <source>weekly</source>
        <translation>hằng tuần</translation>
    </message>
    <message>
        <location filename="../../ui/audit/words.py" line="220"/>
        <source>by hand</source>
        <translation>làm tay</translation>
    </message>
    <message>
        <location filename="../../ui/audit/words.py" line="221"/>
        <source>export</source>
        <translation>trích xuất</translation>
    </message>
    <message>
        <location filename="../../ui/audit/words.py" line="222"/>
        <source>restore</source>
        <translation>khôi phục</translation>
    </message>
    <message>
        <location filename="../../ui/audit/words.py" line="223"/>
        <source>before a new key</source>
        <translation>trước khi đổi khoá</translation>
    </message>
    <message>
        <location filename="../../ui/audit/words.py" line="224"/>
        <source>shutdown</source>
        <translation>tắt máy</translation>
    </message>
    <message>
        <location filename="../../ui/audit/words.py" line="225"/>
        <source>signing key</source>
        <translation>khoá ký nhật ký</translation>
    </message>
    <message>
        <location filename="../../ui/audit/words.py" line="226"/>
        <source>nobody signed in</source>
        <translation>chưa ai đăng nhập</translation>
    </message>
    <message>
        <location filename="../../ui/audit/words.py" line="227"/>
        <source>screen locked</source>
        <translation>màn hình đang khoá</translation>
    </message>
    <message>
        <location filename="../../ui/audit/words.py" line="228"/>
        <source>one-time password not changed yet</source>
        <translation>chưa đổi mật khẩu một lần</translation>
    </message>
    <message>
        <location filename="../../ui/audit/words.py" line="229"/>
        <source>a team that is not his</source>
        <translation>tổ không thuộc quyền</translation>
    </message>
    <message>
        <location filename="../../ui/audit/words.py" line="230"/>
        <source>footage too old for his role</source>
        <translation>hình quá cũ so với vai trò</translation>
    </message>
    <message>
        <location filename="../../ui/audit/words.py" line="231"/>
        <source>password not typed again</source>
        <translation>chưa nhập lại mật khẩu</translation>
    </message>
    <message>
        <location filename="../../ui/audit/words.py" line="232"/>
        <source>no second officer</source>
        <translation>thiếu người thứ hai</translation>
    </message>
    <message>
        <location filename="../../ui/audit/words.py" line="233"/>
        <source>duty officer</source>
        <translation>trực ban</translation>
    </message>
    <message>
        <location filename="../../ui/audit/words.py" line="235"/>
        <source>station chief</source>
        <translation>trưởng đơn vị</translation>
    </message>
    <message>
        <location filename="../../ui/audit/words.py" line="236"/>
        <source>administrator</source>
        <translation>quản trị</translation>
    </message>
    <message>
        <location filename="../../ui/audit/words.py" line="237"/>
        <source>auditor</source>
        <translation>kiểm tra viên</translation>
    </message>
    <message>
        <location filename="../../ui/audit/words.py" line="247"/>
        <source>watch live</source>
        <translation>xem trực tiếp</translation>
    </message>
    <message>
        <location filename="../../ui/audit/words.py" line="248"/>
        <source>see the devices</source>
        <translation>xem thiết bị</translation>
    </message>
    <message>
        <location filename="../../ui/audit/words.py" line="249"/>
        <source>change devices</source>
        <translation>sửa thiết bị</translation>
    </message>
    <message>
        <location filename="../../ui/audit/words.py" line="250"/>
        <source>save a layout</source>
        <translation>lưu bố cục</translation>
    </message>
    <message>
        <location filename="../../ui/audit/words.py" line="251"/>
        <source>review footage</source>
        <translation>xem lại hình ghi</translation>
    </message>
    <message>
        <location filename="../../ui/audit/words.py" line="254"/>
        <source>set a bookmark</source>
        <translation>đánh dấu mốc</translation>
    </message>
    <message>
        <location filename="../../ui/audit/words.py" line="255"/>
        <source>see incidents</source>
        <translation>xem vụ việc</translation>
    </message>
    <message>
        <location filename="../../ui/audit/words.py" line="256"/>
        <source>handle incidents</source>
        <translation>lập và sửa vụ việc</translation>
    </message>
    <message>
        <location filename="../../ui/audit/words.py" line="257"/>
        <source>read about persons</source>
        <translation>đọc phần về người</translation>
    </message>
    <message>
        <location filename="../../ui/audit/words.py" line="258"/>
        <source>change categories</source>
        <translation>sửa danh mục</translation>
    </message>
    <message>
        <location filename="../../ui/audit/words.py" line="259"/>
        <source>see team members</source>
        <translation>xem tổ viên</translation>
    </message>
    <message>
        <location filename="../../ui/audit/words.py" line="260"/>
        <source>call team members</source>
        <translation>gọi tổ viên</translation>
    </message>
    <message>
        <location filename="../../ui/audit/words.py" line="261"/>
        <source>change team members</source>
        <translation>sửa tổ viên</translation>
    </message>
    <message>
        <location filename="../../ui/audit/words.py" line="262"/>
        <source>approve an incident</source>
        <translation>duyệt vụ việc</translation>
    </message>
    <message>
        <location filename="../../ui/audit/words.py" line="263"/>
        <source>approve an export</source>
        <translation>duyệt trích xuất</translation>
    </message>
    <message>
        <location filename="../../ui/audit/words.py" line="264"/>
        <source>release a hold</source>
        <translation>bỏ lưu giữ</translation>
    </message>
    <message>
        <location filename="../../ui/audit/words.py" line="265"/>
        <source>see officers</source>
        <translation>xem cán bộ</translation>
    </message>
    <message>
        <location filename="../../ui/audit/words.py" line="266"/>
        <source>change officers</source>
        <translation>sửa cán bộ</translation>
    </message>
    <message>
        <location filename="../../ui/audit/words.py" line="267"/>
        <source>see the log</source>
        <translation>xem nhật ký</translation>
    </message>
    <message>
        <location filename="../../ui/audit/words.py" line="268"/>
        <source>export the log</source>
        <translation>xuất nhật ký</translation>
    </message>
    <message>
        <location filename="../../ui/audit/words.py" line="269"/>
        <source>verify the log</source>
        <translation>kiểm tra nhật ký</translation>
    </message>
    <message>
        <location filename="../../ui/audit/words.py" line="271"/>
        <source>see settings</source>
        <translation>xem cài đặt</translation>
    </message>
    <message>
        <location filename="../../ui/audit/words.py" line="272"/>
        <source>change settings</source>
        <translation>sửa cài đặt</translation>
    </message>
    <message>
        <location filename="../../ui/audit/words.py" line="274"/>
        <source>make a recovery sheet</source>
        <translation>làm phiếu khôi phục</translation>
    </message>
    <message>
        <location filename="../../ui/audit/words.py" line="273"/>
        <source>back up</source>
        <translation>sao lưu</translation>
    </message>
    <message>
        <location filename="../../ui/audit/words.py" line="275"/>
        <source>change the signing key</source>
        <translation>đổi khoá ký nhật ký</translation>
    </message>
    <message>
        <location filename="../../ui/audit/words.py" line="277"/>
        <source>an entry was changed</source>
        <translation>có dòng bị sửa</translation>
    </message>
    <message>
        <location filename="../../ui/audit/words.py" line="278"/>
        <source>entries are missing</source>
        <translation>có dòng bị mất</translation>
    </message>
    <message>
        <location filename="../../ui/audit/words.py" line="279"/>
        <source>an entry was put in</source>
        <translation>có dòng bị chèn</translation>
    </message>
    <message>
        <location filename="../../ui/audit/words.py" line="280"/>
        <source>entries changed places</source>
        <translation>các dòng bị đảo chỗ</translation>
    </message>
    <message>
        <location filename="../../ui/audit/words.py" line="281"/>
        <source>the newest entries are missing</source>
        <translation>mất những dòng mới nhất</translation>
    </message>
    <message>
        <location filename="../../ui/audit/words.py" line="282"/>
        <source>it was rewritten</source>
        <translation>bị viết lại</translation>
    </message>
    <message>
        <location filename="../../ui/audit/words.py" line="283"/>
        <source>a signature is wrong</source>
        <translation>chữ ký sai</translation>
    </message>
    <message>
        <location filename="../../ui/audit/words.py" line="284"/>
        <source>a signature is missing</source>
        <translation>mất chữ ký</translation>
    </message>
    <message>
        <location filename="../../ui/audit/words.py" line="285"/>
        <source>signed with an unknown key</source>
        <translation>ký bằng khoá lạ</translation>
    </message>
    <message>
        <location filename="../../ui/audit/words.py" line="324"/>
        <source>yes</source>
        <translation>có</translation>
    </message>
    <message>
        <location filename="../../ui/audit/words.py" line="324"/>
        <source>no</source>
        <translation>không</translation>
    </message>
    <message>
        <location filename="../../ui/audit/verdict.py" line="43"/>
        <source>The guard that refuses changes of the log was meddled with; from entry {seq} on, no signature vouches for it.</source>
        <translation>Chốt chặn sửa đổi nhật ký đã bị can thiệp; từ dòng {seq} trở đi không có chữ ký nào bảo đảm.</translation>
    </message>
    <message>
        <location filename="../../ui/audit/acts.py" line="116"/>
        <source>Set to open when the PC starts</source>
        <translation>Đặt tự mở khi máy khởi động</translation>
    </message>
    <message>
        <location filename="../../ui/audit/acts.py" line="117"/>
        <source>No longer opens when the PC starts</source>
        <translation>Bỏ tự mở khi máy khởi động</translation>
    </message>
    <message>
        <location filename="../../ui/audit/acts.py" line="54"/>
        <source>Recording rule changed</source>
        <translation>Sửa quy tắc ghi hình</translation>
    </message>
    <message>
        <location filename="../../ui/audit/acts.py" line="55"/>
        <source>Recording rule dropped</source>
        <translation>Bỏ quy tắc ghi hình riêng</translation>
    </message>
    <message>
        <location filename="../../ui/audit/acts.py" line="56"/>
        <source>Footage folder added</source>
        <translation>Thêm ổ lưu hình</translation>
    </message>
    <message>
        <location filename="../../ui/audit/acts.py" line="57"/>
        <source>Footage folder changed</source>
        <translation>Sửa ổ lưu hình</translation>
    </message>
    <message>
        <location filename="../../ui/audit/acts.py" line="58"/>
        <source>Footage folder forgotten</source>
        <translation>Bỏ ổ lưu hình</translation>
    </message>
    <message>
        <location filename="../../ui/audit/acts.py" line="59"/>
        <source>Footage held</source>
        <translation>Lưu giữ hình ảnh</translation>
    </message>
    <message>
        <location filename="../../ui/audit/acts.py" line="60"/>
        <source>Hold extended</source>
        <translation>Kéo dài lưu giữ</translation>
    </message>
    <message>
        <location filename="../../ui/audit/acts.py" line="62"/>
        <source>Hold released</source>
        <translation>Thôi lưu giữ</translation>
    </message>
    <message>
        <location filename="../../ui/audit/acts.py" line="63"/>
        <source>Foreign file taken in</source>
        <translation>Nhận tệp từ bên ngoài</translation>
    </message>
    <message>
        <location filename="../../ui/audit/acts.py" line="64"/>
        <source>Foreign file checked</source>
        <translation>Kiểm tra tệp từ bên ngoài</translation>
    </message>
    <message>
        <location filename="../../ui/audit/acts.py" line="113"/>
        <source>Recording watched</source>
        <translation>Xem lại hình đã ghi</translation>
    </message>
    <message>
        <location filename="../../ui/audit/acts.py" line="146"/>
        <source>All of recording and review</source>
        <translation>Mọi việc về ghi hình và xem lại</translation>
    </message>
    <message>
        <location filename="../../ui/audit/words.py" line="29"/>
        <source>foreign file</source>
        <translation>tệp từ bên ngoài</translation>
    </message>
    <message>
        <location filename="../../ui/audit/words.py" line="30"/>
        <location filename="../../ui/audit/words.py" line="63"/>
        <source>hold</source>
        <translation>lệnh lưu giữ</translation>
    </message>
    <message>
        <location filename="../../ui/audit/words.py" line="38"/>
        <source>footage folder</source>
        <translation>ổ lưu hình</translation>
    </message>
    <message>
        <location filename="../../ui/audit/words.py" line="80"/>
        <source>given up</source>
        <translation>coi như mất</translation>
    </message>
    <message>
        <location filename="../../ui/audit/words.py" line="84"/>
        <source>from</source>
        <translation>từ</translation>
    </message>
    <message>
        <location filename="../../ui/audit/words.py" line="85"/>
        <source>to</source>
        <translation>đến</translation>
    </message>
    <message>
        <location filename="../../ui/audit/words.py" line="86"/>
        <source>until</source>
        <translation>hạn</translation>
    </message>
    <message>
        <location filename="../../ui/audit/words.py" line="87"/>
        <source>footage folders</source>
        <translation>ổ lưu hình</translation>
    </message>
    <message>
        <location filename="../../ui/audit/words.py" line="88"/>
        <source>whole</source>
        <translation>nguyên vẹn</translation>
    </message>
    <message>
        <location filename="../../ui/audit/words.py" line="101"/>
        <source>sound</source>
        <translation>tiếng</translation>
    </message>
    <message>
        <location filename="../../ui/audit/words.py" line="102"/>
        <source>gigabytes a month</source>
        <translation>GB mỗi tháng</translation>
    </message>
    <message>
        <location filename="../../ui/audit/words.py" line="103"/>
        <source>days kept</source>
        <translation>số ngày giữ</translation>
    </message>
    <message>
        <location filename="../../ui/audit/words.py" line="106"/>
        <source>when it is recorded</source>
        <translation>ghi khi nào</translation>
    </message>
    <message>
        <location filename="../../ui/audit/words.py" line="107"/>
        <location filename="../../ui/audit/words.py" line="158"/>
        <source>order</source>
        <translation>thứ tự</translation>
    </message>
    <message>
        <location filename="../../ui/audit/words.py" line="108"/>
        <source>gigabytes left free</source>
        <translation>GB chừa trống</translation>
    </message>
    <message>
        <location filename="../../ui/audit/words.py" line="109"/>
        <source>connections</source>
        <translation>số kết nối</translation>
    </message>
    <message>
        <location filename="../../ui/audit/words.py" line="110"/>
        <source>share of the disk</source>
        <translation>phần ổ đĩa</translation>
    </message>
    <message>
        <location filename="../../ui/audit/words.py" line="111"/>
        <source>hours of the week</source>
        <translation>giờ trong tuần</translation>
    </message>
    <message>
        <location filename="../../ui/audit/words.py" line="112"/>
        <source>written to</source>
        <translation>ghi mới</translation>
    </message>
    <message>
        <location filename="../../ui/audit/words.py" line="21"/>
        <location filename="../../ui/audit/words.py" line="119"/>
        <location filename="../../ui/audit/words.py" line="218"/>
        <source>incident</source>
        <translation>vụ việc</translation>
    </message>
    <message>
        <location filename="../../ui/audit/words.py" line="33"/>
        <location filename="../../ui/audit/words.py" line="180"/>
        <location filename="../../ui/audit/words.py" line="219"/>
        <source>written request</source>
        <translation>phiếu yêu cầu</translation>
    </message>
    <message>
        <location filename="../../ui/audit/words.py" line="252"/>
        <source>hold footage</source>
        <translation>lưu giữ hình ảnh</translation>
    </message>
    <message>
        <location filename="../../ui/audit/words.py" line="253"/>
        <source>handle foreign files</source>
        <translation>nhận tệp từ bên ngoài</translation>
    </message>
    <message>
        <location filename="../../ui/audit/words.py" line="270"/>
        <source>change recording</source>
        <translation>sửa việc ghi hình</translation>
    </message>
    <message>
        <location filename="../../ui/audit/acts.py" line="114"/>
        <source>Picture of a recording kept</source>
        <translation>Lưu ảnh từ hình đã ghi</translation>
    </message>
    <message>
        <location filename="../../ui/audit/words.py" line="83"/>
        <source>at</source>
        <translation>lúc</translation>
    </message>
    <message>
        <location filename="../../ui/audit/words.py" line="58"/>
        <source>drawing</source>
        <translation>hình vẽ</translation>
    </message>
    <message>
        <location filename="../../ui/audit/words.py" line="59"/>
        <source>figures</source>
        <translation>số hình vẽ</translation>
    </message>
    <message>
        <location filename="../../ui/audit/words.py" line="104"/>
        <source>note</source>
        <translation>ghi chú</translation>
    </message>
    <message>
        <location filename="../../ui/audit/words.py" line="105"/>
        <source>phrase</source>
        <translation>câu mẫu</translation>
    </message>
    <message>
        <location filename="../../ui/audit/words.py" line="205"/>
        <source>added</source>
        <translation>thêm</translation>
    </message>
    <message>
        <location filename="../../ui/audit/words.py" line="207"/>
        <source>removed</source>
        <translation>bỏ</translation>
    </message>
    <message>
        <location filename="../../ui/audit/words.py" line="215"/>
        <source>changed</source>
        <translation>sửa</translation>
    </message>
    <message>
        <location filename="../../ui/audit/words.py" line="122"/>
        <source>phone number</source>
        <translation>số điện thoại</translation>
    </message>
    <message>
        <location filename="../../ui/audit/words.py" line="123"/>
        <source>result</source>
        <translation>kết quả</translation>
    </message>
    <message>
        <location filename="../../ui/audit/words.py" line="124"/>
        <source>retired</source>
        <translation>đã nghỉ</translation>
    </message>
    <message>
        <location filename="../../ui/audit/words.py" line="239"/>
        <source>reached</source>
        <translation>nghe máy</translation>
    </message>
    <message>
        <location filename="../../ui/audit/words.py" line="240"/>
        <source>no answer</source>
        <translation>không nghe máy</translation>
    </message>
    <message>
        <location filename="../../ui/audit/words.py" line="241"/>
        <source>on the way</source>
        <translation>đang đến</translation>
    </message>
    <message>
        <location filename="../../ui/audit/words.py" line="242"/>
        <source>arrived</source>
        <translation>đã đến</translation>
    </message>
    <message>
        <location filename="../../ui/audit/words.py" line="243"/>
        <source>team leader</source>
        <translation>tổ trưởng</translation>
    </message>
    <message>
        <location filename="../../ui/audit/words.py" line="244"/>
        <source>deputy leader</source>
        <translation>tổ phó</translation>
    </message>
    <message>
        <location filename="../../ui/audit/acts.py" line="120"/>
        <source>Files of cases backed up</source>
        <translation>Sao lưu tệp của vụ việc</translation>
    </message>
    <message>
        <location filename="../../ui/audit/acts.py" line="80"/>
        <source>Persons of incidents searched</source>
        <translation>Tìm trong phần ghi về người của vụ việc</translation>
    </message>
    <message>
        <location filename="../../ui/audit/words.py" line="120"/>
        <source>incidents</source>
        <translation>vụ việc</translation>
    </message>
</context>
<context>
    <name>backups</name>
    <message>
        <location filename="../../ui/backups/words.py" line="18"/>
        <source>Nightly</source>
        <translation>Hằng đêm</translation>
    </message>
    <message>
        <location filename="../../ui/backups/words.py" line="19"/>
        <source>Weekly</source>
        <translation>Hằng tuần</translation>
    </message>
    <message>
        <location filename="../../ui/backups/words.py" line="20"/>
        <source>By hand</source>
        <translation>Làm tay</translation>
    </message>
    <message>
        <location filename="../../ui/backups/words.py" line="22"/>
        <source>{count} log entries</source>
        <translation>{count} dòng nhật ký</translation>
    </message>
    <message>
        <location filename="../../ui/backups/words.py" line="24"/>
        <source>{count} bookmarks</source>
        <translation>{count} dấu mốc</translation>
    </message>
    <message>
        <location filename="../../ui/backups/words.py" line="25"/>
        <source>{count} incidents</source>
        <translation>{count} vụ việc</translation>
    </message>
    <message>
        <location filename="../../ui/backups/words.py" line="26"/>
        <source>{count} outcome lines</source>
        <translation>{count} dòng kết quả</translation>
    </message>
    <message>
        <location filename="../../ui/backups/words.py" line="27"/>
        <source>{count} papers of cases</source>
        <translation>{count} tệp đính kèm vụ việc</translation>
    </message>
    <message>
        <location filename="../../ui/backups/words.py" line="28"/>
        <source>{count} films from outside</source>
        <translation>{count} tệp nhận từ bên ngoài</translation>
    </message>
    <message>
        <location filename="../../ui/backups/words.py" line="29"/>
        <source>{count} requests for footage</source>
        <translation>{count} phiếu yêu cầu trích xuất</translation>
    </message>
    <message>
        <location filename="../../ui/backups/words.py" line="30"/>
        <source>{count} exports</source>
        <translation>{count} lần trích xuất</translation>
    </message>
    <message>
        <location filename="../../ui/backups/words.py" line="31"/>
        <source>{count} lines of custody</source>
        <translation>{count} dòng sổ bảo quản gói chứng cứ</translation>
    </message>
    <message>
        <location filename="../../ui/backups/words.py" line="32"/>
        <source>{count} calls of teams&apos; members</source>
        <translation>{count} lần gọi tổ viên</translation>
    </message>
    <message>
        <location filename="../../ui/backups/words.py" line="33"/>
        <source>{count} records of footage that was let go</source>
        <translation>{count} dòng ghi hình đã thôi lưu giữ</translation>
    </message>
    <message>
        <location filename="../../ui/backups/words.py" line="34"/>
        <source>{count} team members</source>
        <translation>{count} tổ viên</translation>
    </message>
    <message>
        <location filename="../../ui/backups/words.py" line="35"/>
        <source>{count} categories</source>
        <translation>{count} loại vụ việc</translation>
    </message>
    <message>
        <location filename="../../ui/backups/words.py" line="36"/>
        <source>{count} phrases and places</source>
        <translation>{count} câu ghi nhanh và địa danh</translation>
    </message>
    <message>
        <location filename="../../ui/backups/words.py" line="37"/>
        <source>{count} saved searches</source>
        <translation>{count} nội dung tìm đã lưu</translation>
    </message>
    <message>
        <location filename="../../ui/backups/words.py" line="38"/>
        <source>{count} cameras</source>
        <translation>{count} camera</translation>
    </message>
    <message>
        <location filename="../../ui/backups/words.py" line="39"/>
        <source>{count} clusters</source>
        <translation>{count} cụm camera</translation>
    </message>
    <message>
        <location filename="../../ui/backups/words.py" line="40"/>
        <source>{count} teams</source>
        <translation>{count} tổ</translation>
    </message>
    <message>
        <location filename="../../ui/backups/words.py" line="41"/>
        <source>{count} layouts</source>
        <translation>{count} bố cục</translation>
    </message>
    <message>
        <location filename="../../ui/backups/words.py" line="42"/>
        <source>{count} recording rules</source>
        <translation>{count} quy tắc ghi hình</translation>
    </message>
    <message>
        <location filename="../../ui/backups/words.py" line="43"/>
        <source>{count} footage folders</source>
        <translation>{count} ổ lưu hình</translation>
    </message>
    <message>
        <location filename="../../ui/backups/words.py" line="44"/>
        <source>{count} officers</source>
        <translation>{count} cán bộ</translation>
    </message>
    <message>
        <location filename="../../ui/backups/words.py" line="46"/>
        <source>what was changed in {things}</source>
        <translation>phần đã sửa của {things}</translation>
    </message>
    <message>
        <location filename="../../ui/backups/words.py" line="47"/>
        <source>{made}, and what was changed in {count} others</source>
        <translation>{made}, và phần đã sửa của {count} mục khác</translation>
    </message>
    <message>
        <location filename="../../ui/backups/words.py" line="48"/>
        <source>{count} holds that were made or prolonged since go along: their footage stays.</source>
        <translation>{count} lệnh lưu giữ đặt hoặc gia hạn sau đó được mang theo: hình ảnh của chúng không bị xoá.</translation>
    </message>
    <message>
        <location filename="../../ui/backups/words.py" line="51"/>
        <source>Which footage is held today cannot be read: what was held since is not kept any more.</source>
        <translation>Không đọc được hôm nay đang lưu giữ hình nào: hình lưu giữ từ sau bản này sẽ không còn được giữ.</translation>
    </message>
    <message>
        <location filename="../../ui/backups/words.py" line="55"/>
        <source>Nobody can tell: today&apos;s store is too damaged.</source>
        <translation>Không thể biết: kho dữ liệu hôm nay hỏng quá nặng.</translation>
    </message>
    <message>
        <location filename="../../ui/backups/words.py" line="56"/>
        <source>Nothing was added since.</source>
        <translation>Từ đó đến nay chưa thêm gì.</translation>
    </message>
    <message>
        <location filename="../../ui/backups/words.py" line="57"/>
        <source>All {count} files of cases are on the second medium, too.</source>
        <translation>Cả {count} tệp của các vụ việc cũng đã nằm ở nơi sao lưu thứ hai.</translation>
    </message>
    <message>
        <location filename="../../ui/backups/words.py" line="60"/>
        <source>Of {count} files of cases {left} are not on the second medium: {why}.</source>
        <translation>Trong {count} tệp của các vụ việc, {left} tệp chưa nằm ở nơi sao lưu thứ hai: {why}.</translation>
    </message>
    <message>
        <location filename="../../ui/backups/words.py" line="63"/>
        <source>Of {count} files of cases {left} are not here any more: {why}.</source>
        <translation>Trong {count} tệp của các vụ việc, {left} tệp không còn ở đây: {why}.</translation>
    </message>
    <message>
        <location filename="../../ui/backups/words.py" line="67"/>
        <source>{count} missing or damaged</source>
        <translation>{count} tệp mất hoặc hỏng</translation>
    </message>
    <message>
        <location filename="../../ui/backups/words.py" line="68"/>
        <source>{count} without room ({size})</source>
        <translation>{count} tệp không đủ chỗ ({size})</translation>
    </message>
    <message>
        <location filename="../../ui/backups/words.py" line="69"/>
        <source>{count} not reached, the next backup goes on</source>
        <translation>{count} tệp chưa đến lượt, lần sao lưu sau làm tiếp</translation>
    </message>
</context>
<context>
    <name>bookmarks</name>
    <message>
        <location filename="../../ui/bookmarks/words.py" line="30"/>
        <source>a camera that was removed</source>
        <translation>camera đã gỡ</translation>
    </message>
    <message>
        <location filename="../../ui/bookmarks/words.py" line="56"/>
        <source>more than {count}</source>
        <translation>hơn {count}</translation>
    </message>
    <message>
        <location filename="../../ui/bookmarks/words.py" line="70"/>
        <source>A line of text is missing</source>
        <translation>Còn thiếu một dòng ghi chú</translation>
    </message>
    <message>
        <location filename="../../ui/bookmarks/words.py" line="72"/>
        <source>Not described yet</source>
        <translation>Chưa mô tả</translation>
    </message>
    <message>
        <location filename="../../ui/bookmarks/words.py" line="22"/>
        <source>{camera} and {count} more</source>
        <translation>{camera} và {count} camera khác</translation>
    </message>
</context>
<context>
    <name>case-list</name>
    <message>
        <location filename="../../ui/cases/list_words.py" line="37"/>
        <source>officer no. {number}</source>
        <translation>cán bộ số {number}</translation>
    </message>
    <message>
        <location filename="../../ui/cases/list_words.py" line="61"/>
        <source>{day} late</source>
        <translation>{day} quá hạn</translation>
    </message>
</context>
<context>
    <name>case-sentences</name>
    <message>
        <location filename="../../ui/case_sentences.py" line="8"/>
        <source>Somebody else changed the same place meanwhile. Nothing of yours was written: look at both and choose.</source>
        <translation>Người khác vừa sửa cùng một chỗ. Nội dung của đồng chí chưa được ghi: hãy xem cả hai và chọn.</translation>
    </message>
    <message>
        <location filename="../../ui/case_sentences.py" line="39"/>
        <source>Categories have two levels: choose one that stands below no other.</source>
        <translation>Danh mục chỉ có hai cấp: hãy chọn mục không nằm dưới mục nào khác.</translation>
    </message>
    <message>
        <location filename="../../ui/case_sentences.py" line="42"/>
        <source>This is the last category that is left for new incidents. Keep it.</source>
        <translation>Đây là loại cuối cùng còn dùng cho vụ việc mới. Hãy giữ lại.</translation>
    </message>
    <message>
        <location filename="../../ui/case_sentences.py" line="45"/>
        <source>This category is not used any more. Choose another one.</source>
        <translation>Loại này không còn dùng nữa. Hãy chọn loại khác.</translation>
    </message>
    <message>
        <location filename="../../ui/case_sentences.py" line="48"/>
        <source>It cannot end before it begins. Correct one of the two times.</source>
        <translation>Không thể kết thúc trước khi bắt đầu. Hãy sửa một trong hai thời điểm.</translation>
    </message>
    <message>
        <location filename="../../ui/case_sentences.py" line="51"/>
        <source>This is no time that has been. Type such as: 22h15, yesterday 22h, 23/11 22h05.</source>
        <translation>Chưa rõ, hoặc thời điểm này chưa tới. Gõ ví dụ: 22h15, hôm qua 22h, 23/11 22h05.</translation>
    </message>
    <message>
        <location filename="../../ui/case_sentences.py" line="55"/>
        <source>One of these bookmarks was taken back. Choose others.</source>
        <translation>Một trong các dấu mốc này đã được thu lại. Hãy chọn dấu mốc khác.</translation>
    </message>
    <message>
        <location filename="../../ui/case_sentences.py" line="58"/>
        <source>One of these bookmarks belongs to another incident. Take it out there.</source>
        <translation>Một trong các dấu mốc này thuộc vụ việc khác. Hãy gỡ nó khỏi vụ việc đó trước.</translation>
    </message>
    <message>
        <location filename="../../ui/case_sentences.py" line="61"/>
        <source>An incident cannot be linked to itself. Choose another one.</source>
        <translation>Vụ việc không thể liên kết với chính nó. Hãy chọn vụ việc khác.</translation>
    </message>
    <message>
        <location filename="../../ui/case_sentences.py" line="64"/>
        <source>Persons are counted for drugs alone; item and unit belong to what was seized.</source>
        <translation>Số đối tượng chỉ ghi cho ma tuý; tang vật và đơn vị tính chỉ ghi cho vật bị thu giữ.</translation>
    </message>
    <message>
        <location filename="../../ui/case_sentences.py" line="68"/>
        <source>This day has not come yet. Type the day on which it happened.</source>
        <translation>Ngày này chưa đến. Hãy nhập ngày sự việc đã diễn ra.</translation>
    </message>
    <message>
        <location filename="../../ui/case_sentences.py" line="78"/>
        <source>The incident has gone on meanwhile. Look at its state and try again.</source>
        <translation>Vụ việc đã chuyển trạng thái. Hãy xem lại trạng thái rồi thử lại.</translation>
    </message>
    <message>
        <location filename="../../ui/case_sentences.py" line="81"/>
        <source>What is approved or closed is not changed. Have it reopened first.</source>
        <translation>Vụ việc đã duyệt hoặc đã đóng thì không sửa. Hãy đề nghị mở lại trước.</translation>
    </message>
    <message>
        <location filename="../../ui/case_sentences.py" line="84"/>
        <source>Nobody approves his own work. Another chief must approve this one.</source>
        <translation>Không ai tự duyệt việc của mình. Vụ việc này phải do lãnh đạo khác duyệt.</translation>
    </message>
    <message>
        <location filename="../../ui/case_sentences.py" line="87"/>
        <source>Nobody who is named in this incident could approve it. Name a chief among its readers.</source>
        <translation>Không ai được nêu tên trong vụ việc này có quyền duyệt. Hãy thêm một lãnh đạo vào danh sách người xem.</translation>
    </message>
    <message>
        <location filename="../../ui/case_sentences.py" line="91"/>
        <source>Its footage is released when the incident is closed. Close it first.</source>
        <translation>Chỉ giải phóng hình ảnh khi vụ việc đã đóng. Hãy đóng vụ việc trước.</translation>
    </message>
    <message>
        <location filename="../../ui/case_sentences.py" line="94"/>
        <source>A written request still needs this footage. Release it once that request was carried out, refused or withdrawn.</source>
        <translation>Còn phiếu yêu cầu trích xuất cần đoạn hình này. Chỉ thôi lưu giữ khi phiếu đã thực hiện xong, bị từ chối hoặc đã rút lại.</translation>
    </message>
    <message>
        <location filename="../../ui/case_sentences.py" line="72"/>
        <source>This time is not clear, or not yet over. Type such as: yesterday 22h05.</source>
        <translation>Chưa rõ thời gian, hoặc chưa tới. Gõ như: hôm qua 22h05.</translation>
    </message>
    <message>
        <location filename="../../ui/case_sentences.py" line="75"/>
        <source>Type a day, such as 22/11 or today.</source>
        <translation>Gõ một ngày, như 22/11 hoặc hôm nay.</translation>
    </message>
    <message>
        <location filename="../../ui/case_sentences.py" line="76"/>
        <source>Type a whole number, 1 or more.</source>
        <translation>Gõ số nguyên, từ 1 trở lên.</translation>
    </message>
    <message>
        <location filename="../../ui/case_sentences.py" line="77"/>
        <source>Type a whole number, 0 or more.</source>
        <translation>Gõ số nguyên, từ 0 trở lên.</translation>
    </message>
    <message>
        <location filename="../../ui/case_sentences.py" line="15"/>
        <source>Type whole seconds, 0 to 3600, and not 0 on both sides.</source>
        <translation>Gõ số giây nguyên từ 0 đến 3600, không để 0 cả trước lẫn sau.</translation>
    </message>
    <message>
        <location filename="../../ui/case_sentences.py" line="18"/>
        <source>Type whole days, 1 to 36500, or nothing: until somebody releases it.</source>
        <translation>Gõ số ngày nguyên từ 1 đến 36500, hoặc để trống: đến khi có người cho thôi.</translation>
    </message>
    <message>
        <location filename="../../ui/case_sentences.py" line="21"/>
        <source>This is no picture that can be read. Choose a PNG or JPEG file.</source>
        <translation>Tệp này không phải ảnh đọc được. Hãy chọn tệp PNG hoặc JPEG.</translation>
    </message>
    <message>
        <location filename="../../ui/case_sentences.py" line="24"/>
        <source>This file is larger than 16 MB. Make the picture smaller first.</source>
        <translation>Tệp này lớn hơn 16 MB. Hãy thu nhỏ ảnh trước.</translation>
    </message>
    <message>
        <location filename="../../ui/case_sentences.py" line="27"/>
        <source>This picture has more than 40 million pixels. Make it smaller first.</source>
        <translation>Ảnh này có hơn 40 triệu điểm ảnh. Hãy thu nhỏ trước.</translation>
    </message>
    <message>
        <location filename="../../ui/case_sentences.py" line="30"/>
        <source>A code has letters, digits and single blanks, such as: vt hd.</source>
        <translation>Mã tắt gồm chữ, số và dấu cách đơn, ví dụ: vt hd.</translation>
    </message>
    <message>
        <location filename="../../ui/case_sentences.py" line="33"/>
        <source>There is one already: another code, or change that one with F2.</source>
        <translation>Đã có rồi: hãy đặt mã khác, hoặc sửa mục kia bằng F2.</translation>
    </message>
    <message>
        <location filename="../../ui/case_sentences.py" line="36"/>
        <source>There are 2000 phrases, as many as there may be. Remove some first.</source>
        <translation>Đã đủ 2000 câu mẫu, không thêm được nữa. Hãy xoá bớt trước.</translation>
    </message>
</context>
<context>
    <name>cases</name>
    <message>
        <location filename="../../ui/cases/history_words.py" line="106"/>
        <source>yes</source>
        <translation>có</translation>
    </message>
    <message>
        <location filename="../../ui/cases/history_words.py" line="106"/>
        <source>no</source>
        <translation>không</translation>
    </message>
    <message>
        <location filename="../../ui/cases/place_fields.py" line="103"/>
        <source>not set</source>
        <translation>chưa đặt</translation>
    </message>
    <message>
        <location filename="../../ui/cases/place_fields.py" line="104"/>
        <source>set: {across} % from the left, {down} % from the top</source>
        <translation>đã đặt: {across} % từ trái, {down} % từ trên</translation>
    </message>
    <message>
        <location filename="../../ui/case_words.py" line="18"/>
        <source>Draft</source>
        <translation>Nháp</translation>
    </message>
    <message>
        <location filename="../../ui/case_words.py" line="19"/>
        <source>Waits for approval</source>
        <translation>Chờ duyệt</translation>
    </message>
    <message>
        <location filename="../../ui/case_words.py" line="20"/>
        <source>Returned</source>
        <translation>Bị trả lại</translation>
    </message>
    <message>
        <location filename="../../ui/case_words.py" line="21"/>
        <source>Approved</source>
        <translation>Đã duyệt</translation>
    </message>
    <message>
        <location filename="../../ui/case_words.py" line="22"/>
        <source>Closed</source>
        <translation>Đã đóng</translation>
    </message>
    <message>
        <location filename="../../ui/case_words.py" line="25"/>
        <source>Routine</source>
        <translation>Thường</translation>
    </message>
    <message>
        <location filename="../../ui/case_words.py" line="26"/>
        <source>Serious</source>
        <translation>Nghiêm trọng</translation>
    </message>
    <message>
        <location filename="../../ui/case_words.py" line="27"/>
        <source>Urgent</source>
        <translation>Khẩn cấp</translation>
    </message>
    <message>
        <location filename="../../ui/case_words.py" line="30"/>
        <source>Case verified</source>
        <translation>Xác minh vụ việc</translation>
    </message>
    <message>
        <location filename="../../ui/case_words.py" line="31"/>
        <source>Violation fined</source>
        <translation>Xử phạt vi phạm hành chính</translation>
    </message>
    <message>
        <location filename="../../ui/case_words.py" line="32"/>
        <source>Exhibit seized</source>
        <translation>Thu giữ tang vật</translation>
    </message>
    <message>
        <location filename="../../ui/case_words.py" line="33"/>
        <source>Sanction advised</source>
        <translation>Tham mưu xử phạt</translation>
    </message>
    <message>
        <location filename="../../ui/case_words.py" line="34"/>
        <source>Drug case</source>
        <translation>Vụ ma tuý</translation>
    </message>
    <message>
        <location filename="../../ui/case_words.py" line="35"/>
        <source>Rehabilitation dossier</source>
        <translation>Hồ sơ cai nghiện bắt buộc</translation>
    </message>
    <message>
        <location filename="../../ui/case_words.py" line="36"/>
        <source>Persons counselled</source>
        <translation>Giáo dục, cảm hoá</translation>
    </message>
    <message>
        <location filename="../../ui/case_words.py" line="37"/>
        <source>Traffic accident resolved</source>
        <translation>Giải quyết va chạm giao thông</translation>
    </message>
    <message>
        <location filename="../../ui/case_words.py" line="38"/>
        <source>Handed to another unit</source>
        <translation>Chuyển đơn vị khác</translation>
    </message>
    <message>
        <location filename="../../ui/case_words.py" line="39"/>
        <source>No result</source>
        <translation>Không có kết quả</translation>
    </message>
    <message>
        <location filename="../../ui/case_words.py" line="42"/>
        <source>opened</source>
        <translation>lập</translation>
    </message>
    <message>
        <location filename="../../ui/case_words.py" line="43"/>
        <source>submitted</source>
        <translation>trình duyệt</translation>
    </message>
    <message>
        <location filename="../../ui/case_words.py" line="44"/>
        <source>returned</source>
        <translation>trả lại</translation>
    </message>
    <message>
        <location filename="../../ui/case_words.py" line="45"/>
        <source>approved</source>
        <translation>duyệt</translation>
    </message>
    <message>
        <location filename="../../ui/case_words.py" line="46"/>
        <source>closed</source>
        <translation>đóng</translation>
    </message>
    <message>
        <location filename="../../ui/case_words.py" line="49"/>
        <source>Title</source>
        <translation>Tên vụ việc</translation>
    </message>
    <message>
        <location filename="../../ui/case_words.py" line="50"/>
        <source>Category</source>
        <translation>Loại vụ việc</translation>
    </message>
    <message>
        <location filename="../../ui/case_words.py" line="51"/>
        <source>Severity</source>
        <translation>Mức độ</translation>
    </message>
    <message>
        <location filename="../../ui/case_words.py" line="52"/>
        <source>Cluster</source>
        <translation>Cụm camera</translation>
    </message>
    <message>
        <location filename="../../ui/case_words.py" line="53"/>
        <source>Address</source>
        <translation>Địa chỉ</translation>
    </message>
    <message>
        <location filename="../../ui/case_words.py" line="54"/>
        <source>Spot on the ward plan</source>
        <translation>Vị trí trên sơ đồ phường</translation>
    </message>
    <message>
        <location filename="../../ui/case_words.py" line="55"/>
        <source>Began</source>
        <translation>Bắt đầu</translation>
    </message>
    <message>
        <location filename="../../ui/case_words.py" line="56"/>
        <source>Ended</source>
        <translation>Kết thúc</translation>
    </message>
    <message>
        <location filename="../../ui/case_words.py" line="57"/>
        <source>What happened</source>
        <translation>Diễn biến</translation>
    </message>
    <message>
        <location filename="../../ui/case_words.py" line="58"/>
        <source>Persons</source>
        <translation>Người liên quan</translation>
    </message>
    <message>
        <location filename="../../ui/case_words.py" line="59"/>
        <source>Vehicles</source>
        <translation>Phương tiện</translation>
    </message>
    <message>
        <location filename="../../ui/case_words.py" line="60"/>
        <source>Assigned to</source>
        <translation>Giao cho</translation>
    </message>
    <message>
        <location filename="../../ui/case_words.py" line="61"/>
        <source>Due</source>
        <translation>Hạn</translation>
    </message>
    <message>
        <location filename="../../ui/case_words.py" line="62"/>
        <source>Restricted</source>
        <translation>Hạn chế</translation>
    </message>
    <message>
        <location filename="../../ui/case_words.py" line="63"/>
        <source>Who sees it</source>
        <translation>Ai xem được</translation>
    </message>
    <message>
        <location filename="../../ui/case_words.py" line="65"/>
        <source>Bookmarks</source>
        <translation>Dấu mốc</translation>
    </message>
    <message>
        <location filename="../../ui/case_words.py" line="66"/>
        <source>Bookmarks with words</source>
        <translation>Dấu mốc đã có lời</translation>
    </message>
    <message>
        <location filename="../../ui/case_words.py" line="67"/>
        <source>Outcomes</source>
        <translation>Kết quả</translation>
    </message>
    <message>
        <location filename="../../ui/case_words.py" line="68"/>
        <source>Attachments</source>
        <translation>Tệp đính kèm</translation>
    </message>
    <message>
        <location filename="../../ui/case_words.py" line="69"/>
        <source>Foreign files</source>
        <translation>Tệp ngoài</translation>
    </message>
    <message>
        <location filename="../../ui/case_words.py" line="70"/>
        <source>Related incidents</source>
        <translation>Vụ việc liên quan</translation>
    </message>
    <message>
        <location filename="../../ui/case_words.py" line="131"/>
        <source>{n} d</source>
        <translation>{n} ngày</translation>
    </message>
    <message>
        <location filename="../../ui/case_words.py" line="132"/>
        <source>{n} h</source>
        <translation>{n} giờ</translation>
    </message>
    <message>
        <location filename="../../ui/case_words.py" line="133"/>
        <source>{n} min</source>
        <translation>{n} phút</translation>
    </message>
    <message>
        <location filename="../../ui/case_words.py" line="136"/>
        <source>less than a minute</source>
        <translation>dưới 1 phút</translation>
    </message>
    <message>
        <location filename="../../ui/case_words.py" line="147"/>
        <source>reopened</source>
        <translation>mở lại</translation>
    </message>
    <message>
        <location filename="../../ui/cases/new_dialog.py" line="74"/>
        <source>New case</source>
        <translation>Vụ việc mới</translation>
    </message>
    <message>
        <location filename="../../ui/cases/new_dialog.py" line="75"/>
        <source>Open the case</source>
        <translation>Lập vụ việc</translation>
    </message>
    <message>
        <location filename="../../ui/cases/sections/bookmark_dialogs.py" line="49"/>
        <source>Add bookmarks</source>
        <translation>Thêm dấu mốc</translation>
    </message>
    <message>
        <location filename="../../ui/cases/sections/bookmark_dialogs.py" line="49"/>
        <source>Add them</source>
        <translation>Thêm</translation>
    </message>
    <message>
        <location filename="../../ui/cases/sections/bookmark_dialogs.py" line="136"/>
        <source>What the bookmark says</source>
        <translation>Lời ghi của dấu mốc</translation>
    </message>
    <message>
        <location filename="../../ui/cases/sections/bookmark_dialogs.py" line="137"/>
        <location filename="../../ui/cases/sections/exhibit_dialog.py" line="40"/>
        <source>Keep</source>
        <translation>Lưu</translation>
    </message>
    <message>
        <location filename="../../ui/cases/sections/exhibit_dialog.py" line="39"/>
        <source>Files from outside that belong to it</source>
        <translation>Tệp ngoài thuộc vụ việc</translation>
    </message>
    <message>
        <location filename="../../ui/cases/sections/outcome_form.py" line="34"/>
        <source>What came of it</source>
        <translation>Kết quả</translation>
    </message>
    <message>
        <location filename="../../ui/cases/sections/outcome_form.py" line="35"/>
        <source>Add the line</source>
        <translation>Thêm dòng</translation>
    </message>
    <message>
        <location filename="../../ui/cases/sections/outcome_table.py" line="73"/>
        <source>{line} · struck, and not counted</source>
        <translation>{line} · đã gạch, không tính</translation>
    </message>
    <message>
        <location filename="../../ui/cases/sections/outcome_table.py" line="86"/>
        <source>{cases} cases, {persons} persons</source>
        <translation>{cases} vụ, {persons} đối tượng</translation>
    </message>
</context>
<context>
    <name>demo</name>
    <message>
        <location filename="../../ui/demo_words.py" line="11"/>
        <source>Demo: {duty} is on duty here. Choose a camera: {mark} bookmarks it, {describe} describes it, then {case} makes a case of it, to be submitted. {leave} changes the officer: {chief}, the chief, approves; {officer} asks for footage in writing ({evidence}); {admin} is the administrator. Password of all four: {password}</source>
        <translation>Trạm mẫu: {duty} đang trực. Chọn một camera: {mark} đánh dấu mốc, {describe} mô tả, rồi {case} lập vụ việc để trình duyệt. {leave} đổi người: {chief} là trưởng công an phường, duyệt vụ việc; {officer} là cán bộ, lập phiếu trích xuất ({evidence}); {admin} là quản trị. Mật khẩu của cả bốn: {password}</translation>
    </message>
    <message>
        <location filename="../../ui/demo_words.py" line="18"/>
        <source>Demo: {duty} is on duty, {chief} is the chief, {officer} an officer, {admin} the administrator. Password of all four: {password}</source>
        <translation>Trạm mẫu: {duty} là cán bộ trực, {chief} là trưởng công an phường, {officer} là cán bộ, {admin} là quản trị. Mật khẩu của cả bốn: {password}</translation>
    </message>
</context>
<context>
    <name>drawing</name>
    <message>
        <location filename="../../ui/bookmarks/drawing_words.py" line="10"/>
        <source>Box {n} of {all}</source>
        <translation>Khung, hình {n}/{all}</translation>
    </message>
    <message>
        <location filename="../../ui/bookmarks/drawing_words.py" line="11"/>
        <source>Arrow {n} of {all}</source>
        <translation>Mũi tên, hình {n}/{all}</translation>
    </message>
    <message>
        <location filename="../../ui/bookmarks/drawing_words.py" line="12"/>
        <source>Blacked out {n} of {all}</source>
        <translation>Che đen, hình {n}/{all}</translation>
    </message>
    <message>
        <location filename="../../ui/bookmarks/drawing_words.py" line="21"/>
        <source>{figure}: arrows move it, Shift+arrows size it, Del removes it</source>
        <translation>{figure}: phím mũi tên dời, Shift+mũi tên đổi cỡ, Del xoá</translation>
    </message>
    <message>
        <location filename="../../ui/bookmarks/drawing_words.py" line="24"/>
        <source>{most} figures are on it: no more fit.</source>
        <translation>Đã có {most} hình vẽ: không thêm được nữa.</translation>
    </message>
    <message>
        <location filename="../../ui/bookmarks/drawing_words.py" line="26"/>
        <source>Drag on the picture, or Enter puts one in the middle. The picture itself stays as it is: what is drawn lies over it.</source>
        <translation>Kéo chuột trên ảnh, hoặc Enter để đặt một hình vào giữa. Ảnh gốc giữ nguyên: hình vẽ nằm đè bên trên.</translation>
    </message>
</context>
<context>
    <name>evidence</name>
    <message>
        <location filename="../../ui/evidence/words.py" line="26"/>
        <source>None of the footage that is wanted is on disk, so there is nothing to export. Tell whoever asked for it; the causes stand beside the cameras.</source>
        <translation>Trên đĩa không có đoạn hình nào được yêu cầu nên không có gì để xuất. Hãy báo cho bên yêu cầu; nguyên nhân ghi cạnh từng camera.</translation>
    </message>
    <message>
        <location filename="../../ui/evidence/words.py" line="31"/>
        <source>The chosen place is not there any more. Plug the medium in, or choose another.</source>
        <translation>Nơi ghi đã chọn không còn. Hãy cắm lại thiết bị hoặc chọn nơi khác.</translation>
    </message>
    <message>
        <location filename="../../ui/evidence/words.py" line="34"/>
        <source>The chosen place cannot be written to. Take the write protection off the medium, or choose another.</source>
        <translation>Không ghi được vào nơi đã chọn. Hãy gỡ khoá chống ghi của thiết bị hoặc chọn nơi khác.</translation>
    </message>
    <message>
        <location filename="../../ui/evidence/words.py" line="39"/>
        <source>There is too little room. Choose a larger medium, or free some space on it.</source>
        <translation>Không đủ chỗ trống. Hãy chọn thiết bị lớn hơn hoặc dọn bớt.</translation>
    </message>
    <message>
        <location filename="../../ui/evidence/words.py" line="42"/>
        <source>One of the files is larger than 4 GB, which this medium (FAT32) does not take. Choose one that is formatted as exFAT or NTFS.</source>
        <translation>Có tệp lớn hơn 4 GB mà thiết bị này (FAT32) không nhận. Hãy chọn thiết bị định dạng exFAT hoặc NTFS.</translation>
    </message>
    <message>
        <location filename="../../ui/evidence/words.py" line="47"/>
        <source>The request allows nothing that can be made of this footage.</source>
        <translation>Phiếu không cho phép dạng nào có thể lập từ hình này.</translation>
    </message>
    <message>
        <location filename="../../ui/evidence/words.py" line="50"/>
        <source>The list of footage cannot be read just now. It is tried again by itself; if it lasts, tell the administrator.</source>
        <translation>Lúc này chưa đọc được danh mục hình. Máy tự thử lại; nếu kéo dài, hãy báo quản trị.</translation>
    </message>
    <message>
        <location filename="../../ui/evidence/words.py" line="57"/>
        <source>H.265: many players do not show it; the viewing copy opens everywhere</source>
        <translation>H.265: nhiều trình phát không mở được; bản xem thì mở được ở mọi nơi</translation>
    </message>
    <message>
        <location filename="../../ui/evidence/words.py" line="60"/>
        <source>the picture&apos;s size or format changes on the way: more than one file</source>
        <translation>cỡ hoặc định dạng hình đổi giữa chừng: nhiều hơn một tệp</translation>
    </message>
    <message>
        <location filename="../../ui/evidence/words.py" line="67"/>
        <source>nothing of the wanted stream is there; the camera&apos;s other stream is</source>
        <translation>không có luồng được yêu cầu; chỉ có luồng kia của camera</translation>
    </message>
    <message>
        <location filename="../../ui/evidence/words.py" line="70"/>
        <source>its end is still being recorded: wait, or it will be missing</source>
        <translation>đoạn cuối còn đang ghi: hãy chờ, nếu không sẽ thiếu</translation>
    </message>
    <message>
        <location filename="../../ui/evidence/words.py" line="63"/>
        <source>voices are recorded; the originals have them only where the request allows sound</source>
        <translation>có ghi tiếng; bản gốc chỉ kèm tiếng khi phiếu cho phép</translation>
    </message>
    <message>
        <location filename="../../ui/evidence/words.py" line="76"/>
        <source>The program ended while it was being made. Leave the medium in and try it again: if it was just finished it is taken as it lies there, else it is made anew.</source>
        <translation>Chương trình bị tắt khi đang lập gói. Cứ để thiết bị cắm tại chỗ rồi thử lại: nếu gói vừa kịp xong thì được giữ nguyên như đang nằm trên thiết bị, nếu chưa thì được lập lại.</translation>
    </message>
    <message>
        <location filename="../../ui/evidence/words.py" line="81"/>
        <source>Its request is not approved any more, or for less. Make a new package of it.</source>
        <translation>Phiếu không còn được duyệt, hoặc được duyệt ít hơn. Hãy xuất gói mới từ phiếu.</translation>
    </message>
    <message>
        <location filename="../../ui/evidence/words.py" line="84"/>
        <source>Its request was exported first, and nobody approved it within 24 hours. The station&apos;s chief must approve it; then try it again.</source>
        <translation>Phiếu đã trích xuất trước mà quá 24 giờ chưa được duyệt. Trưởng đơn vị phải duyệt phiếu, sau đó thử lại.</translation>
    </message>
    <message>
        <location filename="../../ui/evidence/words.py" line="89"/>
        <source>Whoever queued it may not export any more. Another officer may try it again.</source>
        <translation>Người xếp hàng không còn quyền xuất. Cán bộ khác có thể thử lại.</translation>
    </message>
    <message>
        <location filename="../../ui/evidence/words.py" line="94"/>
        <source>The medium is full, or takes no file that large. Free some space on it and try it again, or export it anew onto another one.</source>
        <translation>Thiết bị đã đầy, hoặc không nhận tệp lớn như vậy. Hãy dọn bớt rồi thử lại, hoặc xuất lại ra thiết bị khác.</translation>
    </message>
    <message>
        <location filename="../../ui/evidence/words.py" line="99"/>
        <source>Something on the medium is called as the package was to be. Look at it, then try it again.</source>
        <translation>Trên thiết bị đã có thứ trùng tên với gói. Hãy xem lại rồi thử lại.</translation>
    </message>
    <message>
        <location filename="../../ui/evidence/words.py" line="104"/>
        <source>The medium is not there, or was pulled out. Plug it in again, then try it again.</source>
        <translation>Không thấy thiết bị, hoặc thiết bị đã bị rút ra. Hãy cắm lại rồi thử lại.</translation>
    </message>
    <message>
        <location filename="../../ui/evidence/words.py" line="108"/>
        <source>The medium takes no file, or gave back something else than was written. Export it anew onto another one.</source>
        <translation>Thiết bị không nhận tệp, hoặc trả về khác với nội dung đã ghi. Hãy xuất lại ra thiết bị khác.</translation>
    </message>
    <message>
        <location filename="../../ui/evidence/words.py" line="113"/>
        <source>Another medium is plugged in than when it was queued. Plug the first one in, then try it again, or export it anew.</source>
        <translation>Đang cắm thiết bị khác với lúc xếp hàng. Hãy cắm đúng thiết bị rồi thử lại, hoặc xuất lại từ đầu.</translation>
    </message>
    <message>
        <location filename="../../ui/evidence/words.py" line="118"/>
        <source>The picture engine did not answer. Wait until it runs again, then try it again.</source>
        <translation>Bộ xử lý hình không trả lời. Hãy chờ nó chạy lại rồi thử lại.</translation>
    </message>
    <message>
        <location filename="../../ui/evidence/words.py" line="122"/>
        <source>The list of footage could not be read. Try it again; if it lasts, tell the administrator.</source>
        <translation>Không đọc được danh mục hình. Hãy thử lại; nếu kéo dài, hãy báo quản trị.</translation>
    </message>
    <message>
        <location filename="../../ui/evidence/words.py" line="126"/>
        <source>The station&apos;s key could not be had, so nothing can be signed. Call the administrator.</source>
        <translation>Không lấy được khoá của trạm nên không ký được. Hãy gọi quản trị.</translation>
    </message>
    <message>
        <location filename="../../ui/evidence/words.py" line="130"/>
        <source>The masks could not be put over the picture. Export it anew and draw them again (M).</source>
        <translation>Không đặt được các vùng che lên hình. Hãy xuất lại và vẽ lại vùng che (M).</translation>
    </message>
    <message>
        <location filename="../../ui/evidence/words.py" line="134"/>
        <source>The program failed while it was being made; its log has the details. Try it again; if it fails once more, tell the administrator.</source>
        <translation>Chương trình gặp lỗi khi đang lập gói; chi tiết có trong nhật ký của máy. Hãy thử lại; nếu vẫn lỗi, hãy báo quản trị.</translation>
    </message>
    <message>
        <location filename="../../ui/evidence/words.py" line="139"/>
        <source>The station&apos;s log is not what was signed. Nothing is exported: call the chief, change nothing, verify the log (Ctrl+8, F5).</source>
        <translation>Nhật ký của trạm không còn đúng với bản đã ký. Không xuất gì: hãy báo chỉ huy, giữ nguyên mọi thứ, kiểm tra nhật ký (Ctrl+8, F5).</translation>
    </message>
    <message>
        <location filename="../../ui/evidence/words.py" line="145"/>
        <source>It could not be made ({cause}). Nothing that looks finished is on the medium; try it again.</source>
        <translation>Không lập được gói ({cause}). Trên thiết bị không có gì trông như đã xong; hãy thử lại.</translation>
    </message>
    <message>
        <location filename="../../ui/evidence/words.py" line="150"/>
        <source>looking what there is</source>
        <translation>xem có những gì</translation>
    </message>
    <message>
        <location filename="../../ui/evidence/words.py" line="151"/>
        <source>copying the originals</source>
        <translation>chép bản gốc</translation>
    </message>
    <message>
        <location filename="../../ui/evidence/words.py" line="152"/>
        <source>making viewing copies</source>
        <translation>làm bản xem</translation>
    </message>
    <message>
        <location filename="../../ui/evidence/words.py" line="153"/>
        <source>making pictures</source>
        <translation>trích ảnh</translation>
    </message>
    <message>
        <location filename="../../ui/evidence/words.py" line="154"/>
        <source>writing the papers</source>
        <translation>lập giấy tờ</translation>
    </message>
    <message>
        <location filename="../../ui/evidence/words.py" line="155"/>
        <source>reading everything back</source>
        <translation>đọc lại toàn bộ để đối chiếu</translation>
    </message>
    <message>
        <location filename="../../ui/evidence/words.py" line="158"/>
        <source>was changed</source>
        <translation>đã bị thay đổi</translation>
    </message>
    <message>
        <location filename="../../ui/evidence/words.py" line="159"/>
        <source>is missing</source>
        <translation>bị thiếu</translation>
    </message>
    <message>
        <location filename="../../ui/evidence/words.py" line="160"/>
        <source>does not belong to the package</source>
        <translation>không thuộc gói</translation>
    </message>
    <message>
        <location filename="../../ui/evidence/words.py" line="161"/>
        <source>the list of sums cannot be read</source>
        <translation>không đọc được danh sách mã băm</translation>
    </message>
    <message>
        <location filename="../../ui/evidence/words.py" line="162"/>
        <source>a name that no package may hold</source>
        <translation>tên tệp không được phép có trong gói</translation>
    </message>
    <message>
        <location filename="../../ui/evidence/words.py" line="163"/>
        <source>the manifest cannot be read</source>
        <translation>không đọc được bản kê thông tin</translation>
    </message>
    <message>
        <location filename="../../ui/evidence/words.py" line="164"/>
        <source>the manifest tells something else</source>
        <translation>bản kê thông tin nói khác</translation>
    </message>
    <message>
        <location filename="../../ui/evidence/words.py" line="167"/>
        <source>the extract of the log is not whole</source>
        <translation>trích nhật ký không còn nguyên</translation>
    </message>
    <message>
        <location filename="../../ui/evidence/words.py" line="168"/>
        <source>lines of the log&apos;s extract are missing</source>
        <translation>trích nhật ký bị thiếu dòng</translation>
    </message>
    <message>
        <location filename="../../ui/evidence/words.py" line="171"/>
        <source>the signature does not fit</source>
        <translation>chữ ký không khớp</translation>
    </message>
    <message>
        <location filename="../../ui/evidence/words.py" line="172"/>
        <source>the signature is missing</source>
        <translation>thiếu chữ ký</translation>
    </message>
    <message>
        <location filename="../../ui/evidence/words.py" line="173"/>
        <source>another key signed it</source>
        <translation>do khoá khác ký</translation>
    </message>
    <message>
        <location filename="../../ui/evidence/words.py" line="174"/>
        <source>the signer is not known here</source>
        <translation>trạm này không biết người ký</translation>
    </message>
    <message>
        <location filename="../../ui/evidence/words.py" line="175"/>
        <source>the time-stamp does not fit</source>
        <translation>dấu thời gian không khớp</translation>
    </message>
    <message>
        <location filename="../../ui/evidence/words.py" line="178"/>
        <location filename="../../ui/evidence/words.py" line="188"/>
        <source>Made</source>
        <translation>Đã lập</translation>
    </message>
    <message>
        <location filename="../../ui/evidence/words.py" line="179"/>
        <source>Verified</source>
        <translation>Kiểm tra</translation>
    </message>
    <message>
        <location filename="../../ui/evidence/words.py" line="180"/>
        <source>Copied</source>
        <translation>Sao chép</translation>
    </message>
    <message>
        <location filename="../../ui/evidence/words.py" line="181"/>
        <source>Handed over</source>
        <translation>Bàn giao</translation>
    </message>
    <message>
        <location filename="../../ui/evidence/custody_dialogs.py" line="40"/>
        <source>Hand over</source>
        <translation>Bàn giao</translation>
    </message>
    <message>
        <location filename="../../ui/evidence/custody_dialogs.py" line="41"/>
        <source>It stands in the custody from then on, with the time of this station.</source>
        <translation>Việc này được ghi vào quá trình quản lý, theo giờ của trạm.</translation>
    </message>
    <message>
        <location filename="../../ui/evidence/custody_dialogs.py" line="44"/>
        <source>To whom</source>
        <translation>Giao cho ai</translation>
    </message>
    <message>
        <location filename="../../ui/evidence/custody_dialogs.py" line="45"/>
        <source>It was handed over</source>
        <translation>Đã bàn giao</translation>
    </message>
    <message>
        <location filename="../../ui/evidence/custody_dialogs.py" line="48"/>
        <location filename="../../ui/evidence/words.py" line="182"/>
        <source>Returned</source>
        <translation>Nhận lại</translation>
    </message>
    <message>
        <location filename="../../ui/evidence/custody_dialogs.py" line="49"/>
        <source>Verify the medium that came back before it is put away.</source>
        <translation>Hãy kiểm tra thiết bị nhận lại trước khi cất.</translation>
    </message>
    <message>
        <location filename="../../ui/evidence/custody_dialogs.py" line="50"/>
        <source>Who returned it</source>
        <translation>Ai trả lại</translation>
    </message>
    <message>
        <location filename="../../ui/evidence/custody_dialogs.py" line="51"/>
        <source>It came back</source>
        <translation>Đã nhận lại</translation>
    </message>
    <message>
        <location filename="../../ui/evidence/custody_dialogs.py" line="54"/>
        <location filename="../../ui/evidence/words.py" line="183"/>
        <source>Destroyed</source>
        <translation>Tiêu huỷ</translation>
    </message>
    <message>
        <location filename="../../ui/evidence/custody_dialogs.py" line="55"/>
        <source>This tells that a medium with the package was destroyed or wiped. Nothing is deleted by it; the line cannot be taken back.</source>
        <translation>Ghi rằng một thiết bị chứa gói đã bị huỷ hoặc xoá sạch. Việc ghi này không xoá gì; dòng đã ghi không rút lại được.</translation>
    </message>
    <message>
        <location filename="../../ui/evidence/custody_dialogs.py" line="61"/>
        <source>It was destroyed</source>
        <translation>Đã tiêu huỷ</translation>
    </message>
    <message>
        <location filename="../../ui/evidence/words.py" line="186"/>
        <source>Waits</source>
        <translation>Đang chờ</translation>
    </message>
    <message>
        <location filename="../../ui/evidence/words.py" line="187"/>
        <source>Being made</source>
        <translation>Đang lập</translation>
    </message>
    <message>
        <location filename="../../ui/evidence/words.py" line="189"/>
        <source>Failed</source>
        <translation>Không lập được</translation>
    </message>
    <message>
        <location filename="../../ui/evidence/words.py" line="190"/>
        <source>Cancelled</source>
        <translation>Đã huỷ bỏ</translation>
    </message>
    <message>
        <location filename="../../ui/evidence/words.py" line="193"/>
        <source>originals</source>
        <translation>bản gốc</translation>
    </message>
    <message>
        <location filename="../../ui/evidence/words.py" line="194"/>
        <source>viewing copies</source>
        <translation>bản xem</translation>
    </message>
    <message>
        <location filename="../../ui/evidence/words.py" line="195"/>
        <source>pictures</source>
        <translation>ảnh</translation>
    </message>
    <message>
        <location filename="../../ui/evidence/words.py" line="196"/>
        <source>sound</source>
        <translation>tiếng</translation>
    </message>
    <message>
        <location filename="../../ui/evidence/words.py" line="198"/>
        <source>originals without sound</source>
        <translation>bản gốc không kèm tiếng</translation>
    </message>
    <message>
        <location filename="../../ui/evidence/words.py" line="200"/>
        <source>nothing was found changed</source>
        <translation>không thấy gì bị thay đổi</translation>
    </message>
    <message>
        <location filename="../../ui/evidence/words.py" line="201"/>
        <source>encrypted ZIP</source>
        <translation>ZIP mã hoá</translation>
    </message>
    <message>
        <location filename="../../ui/evidence/words.py" line="203"/>
        <source>missing {span} ({length}): {cause}</source>
        <translation>thiếu {span} ({length}): {cause}</translation>
    </message>
    <message>
        <location filename="../../ui/evidence/words.py" line="262"/>
        <source>{n} d</source>
        <translation>{n} ngày</translation>
    </message>
    <message>
        <location filename="../../ui/evidence/words.py" line="263"/>
        <source>{n} h</source>
        <translation>{n} giờ</translation>
    </message>
    <message>
        <location filename="../../ui/evidence/words.py" line="264"/>
        <source>{n} min</source>
        <translation>{n} phút</translation>
    </message>
    <message>
        <location filename="../../ui/evidence/words.py" line="265"/>
        <location filename="../../ui/evidence/words.py" line="269"/>
        <source>{n} s</source>
        <translation>{n} giây</translation>
    </message>
    <message>
        <location filename="../../ui/evidence/words.py" line="276"/>
        <source>not known yet</source>
        <translation>chưa biết</translation>
    </message>
    <message>
        <location filename="../../ui/evidence/words.py" line="278"/>
        <source>less than a minute</source>
        <translation>chưa đến một phút</translation>
    </message>
    <message>
        <location filename="../../ui/evidence/words.py" line="279"/>
        <source>about {time}</source>
        <translation>khoảng {time}</translation>
    </message>
    <message>
        <location filename="../../ui/evidence/words.py" line="294"/>
        <source>the viewing copy alone: {missing}</source>
        <translation>riêng bản xem: {missing}</translation>
    </message>
    <message>
        <location filename="../../ui/evidence/words.py" line="303"/>
        <source>package {number}</source>
        <translation>gói số {number}</translation>
    </message>
</context>
<context>
    <name>evidence-sentences</name>
    <message>
        <location filename="../../ui/evidence_sentences.py" line="21"/>
        <source>Name at least one camera with its time, 100 lines at most.</source>
        <translation>Nêu ít nhất một camera kèm thời gian, nhiều nhất 100 dòng.</translation>
    </message>
    <message>
        <location filename="../../ui/evidence_sentences.py" line="24"/>
        <source>One line may be 31 days long at most. Make two lines of it.</source>
        <translation>Mỗi dòng dài nhất 31 ngày. Hãy tách thành hai dòng.</translation>
    </message>
    <message>
        <location filename="../../ui/evidence_sentences.py" line="27"/>
        <source>One of these times has not begun yet. Check day and hour.</source>
        <translation>Có khoảng thời gian chưa bắt đầu. Kiểm tra lại ngày giờ.</translation>
    </message>
    <message>
        <location filename="../../ui/evidence_sentences.py" line="30"/>
        <source>This is all that was asked, or more than that. Shorten a time or take a line out; to allow all of it, approve it.</source>
        <translation>Đây là toàn bộ hoặc nhiều hơn yêu cầu. Hãy rút ngắn thời gian hoặc bỏ bớt dòng; nếu đồng ý tất cả thì bấm Duyệt.</translation>
    </message>
    <message>
        <location filename="../../ui/evidence_sentences.py" line="35"/>
        <source>Tick at least one form: originals, viewing copies or pictures.</source>
        <translation>Chọn ít nhất một dạng: bản gốc, bản xem hoặc ảnh.</translation>
    </message>
    <message>
        <location filename="../../ui/evidence_sentences.py" line="38"/>
        <source>This station exports nothing before it is approved. Untick it; an administrator could allow it in the settings.</source>
        <translation>Đơn vị này không trích xuất khi chưa duyệt. Hãy bỏ chọn; quản trị có thể cho phép trong Cài đặt.</translation>
    </message>
    <message>
        <location filename="../../ui/evidence_sentences.py" line="43"/>
        <source>The request was handed in: it is not a draft any more.</source>
        <translation>Phiếu đã trình, không còn là bản nháp.</translation>
    </message>
    <message>
        <location filename="../../ui/evidence_sentences.py" line="46"/>
        <source>Somebody else changed this request meanwhile. Look at it again.</source>
        <translation>Có người khác vừa sửa phiếu này. Hãy xem lại.</translation>
    </message>
    <message>
        <location filename="../../ui/evidence_sentences.py" line="49"/>
        <source>The request does not wait for an answer any more.</source>
        <translation>Phiếu không còn chờ duyệt nữa.</translation>
    </message>
    <message>
        <location filename="../../ui/evidence_sentences.py" line="52"/>
        <source>Nobody decides on a request that he wrote or handed in himself. Another chief must; where there is one chief, an officer writes it and hands it in.</source>
        <translation>Không ai tự duyệt phiếu do mình lập hoặc trình. Phải do chỉ huy khác duyệt; đơn vị chỉ có một chỉ huy thì cán bộ lập và trình phiếu.</translation>
    </message>
    <message>
        <location filename="../../ui/evidence_sentences.py" line="57"/>
        <source>Nobody who is named in this restricted case could approve the request. Name a chief among the readers of the case first.</source>
        <translation>Không ai được xem vụ việc hạn chế này có quyền duyệt phiếu. Hãy thêm một chỉ huy vào danh sách được xem vụ việc trước.</translation>
    </message>
    <message>
        <location filename="../../ui/evidence_sentences.py" line="62"/>
        <source>The request is over: refused, withdrawn or carried out.</source>
        <translation>Phiếu đã kết thúc: bị từ chối, đã rút hoặc đã thực hiện.</translation>
    </message>
    <message>
        <location filename="../../ui/evidence_sentences.py" line="65"/>
        <source>Footage was exported for this request, or is being exported: it cannot be withdrawn.</source>
        <translation>Đã hoặc đang trích xuất cho phiếu này nên không rút được.</translation>
    </message>
    <message>
        <location filename="../../ui/evidence_sentences.py" line="69"/>
        <source>The request is not approved, so nothing is exported for it yet.</source>
        <translation>Phiếu chưa được duyệt nên chưa trích xuất được.</translation>
    </message>
    <message>
        <location filename="../../ui/evidence_sentences.py" line="72"/>
        <source>The request was exported first, and nobody approved it within 24 hours. Nothing more is exported for it until the station&apos;s chief approves it.</source>
        <translation>Phiếu đã trích xuất trước mà quá 24 giờ chưa được duyệt. Không trích xuất thêm được gì cho đến khi trưởng đơn vị duyệt phiếu.</translation>
    </message>
    <message>
        <location filename="../../ui/evidence_sentences.py" line="77"/>
        <source>Only a package that failed or was cancelled is tried again.</source>
        <translation>Chỉ tạo lại gói bị lỗi hoặc đã huỷ.</translation>
    </message>
    <message>
        <location filename="../../ui/evidence_sentences.py" line="80"/>
        <source>The package does not wait any more: it is made, or was given up.</source>
        <translation>Gói không còn chờ nữa: đã tạo xong hoặc đã bỏ.</translation>
    </message>
    <message>
        <location filename="../../ui/evidence_sentences.py" line="83"/>
        <source>The package is not made yet. Wait until it is finished.</source>
        <translation>Gói chưa tạo xong. Hãy đợi.</translation>
    </message>
    <message>
        <location filename="../../ui/evidence_sentences.py" line="86"/>
        <source>The package was cancelled while it was being made.</source>
        <translation>Gói bị huỷ trong khi đang tạo.</translation>
    </message>
    <message>
        <location filename="../../ui/evidence_sentences.py" line="89"/>
        <source>A package holds 200 pictures at most. Take some of them out.</source>
        <translation>Một gói chứa nhiều nhất 200 ảnh. Hãy bỏ bớt.</translation>
    </message>
    <message>
        <location filename="../../ui/evidence_sentences.py" line="92"/>
        <source>A package has 64 masks at most, each an area inside the picture.</source>
        <translation>Một gói có nhiều nhất 64 vùng che, mỗi vùng nằm trong khung hình.</translation>
    </message>
    <message>
        <location filename="../../ui/evidence_sentences.py" line="95"/>
        <source>Choose from none to 4 witnesses.</source>
        <translation>Chọn từ 0 đến 4 người chứng kiến.</translation>
    </message>
    <message>
        <location filename="../../ui/evidence_sentences.py" line="99"/>
        <source>This lies outside of what was asked: only less can be allowed.</source>
        <translation>Nằm ngoài khoảng đã yêu cầu: chỉ duyệt được ít hơn.</translation>
    </message>
    <message>
        <location filename="../../ui/evidence_sentences.py" line="102"/>
        <source>Type the camera&apos;s number or name, then Enter.</source>
        <translation>Gõ số hoặc tên camera rồi Enter.</translation>
    </message>
    <message>
        <location filename="../../ui/evidence_sentences.py" line="105"/>
        <source>These times are not clear. Type such as: yesterday 22h - 22h30, 23/11 22h05 - 24/11 6h.</source>
        <translation>Thời gian chưa rõ. Gõ ví dụ: hôm qua 22h đến 22h30, 23/11 22h05 đến 24/11 6h.</translation>
    </message>
    <message>
        <location filename="../../ui/evidence_sentences.py" line="109"/>
        <source>Type a day, such as 22/11 or today.</source>
        <translation>Gõ một ngày, như 22/11 hoặc hôm nay.</translation>
    </message>
    <message>
        <location filename="../../ui/evidence_sentences.py" line="110"/>
        <source>Type a day, such as 31/12, or 5 for in five days.</source>
        <translation>Gõ một ngày, như 31/12, hoặc 5 là năm ngày nữa.</translation>
    </message>
    <message>
        <location filename="../../ui/evidence_sentences.py" line="115"/>
        <source>There is no package of evidence in this folder. Choose the folder with SHA256SUMS in it.</source>
        <translation>Thư mục này không có gói chứng cứ. Hãy chọn thư mục có tệp SHA256SUMS.</translation>
    </message>
    <message>
        <location filename="../../ui/evidence_sentences.py" line="119"/>
        <source>What lies there is not the package as it was made. Nothing was copied. Verify it (F5), and call the chief.</source>
        <translation>Thứ đang nằm ở đó không còn là gói như lúc lập. Chưa sao chép gì. Hãy kiểm tra gói (F5) và báo chỉ huy.</translation>
    </message>
    <message>
        <location filename="../../ui/evidence_sentences.py" line="124"/>
        <source>This is another package than the one that is chosen. Choose its folder, or that package.</source>
        <translation>Đây là gói khác với gói đang chọn. Hãy chọn đúng thư mục, hoặc chọn gói kia trong danh sách.</translation>
    </message>
    <message>
        <location filename="../../ui/evidence_sentences.py" line="128"/>
        <source>One of the files is too large for this medium (FAT32 takes 4 GB). Choose one that is formatted as exFAT or NTFS.</source>
        <translation>Có tệp quá lớn với thiết bị này (FAT32 chỉ nhận 4 GB). Hãy chọn thiết bị định dạng exFAT hoặc NTFS.</translation>
    </message>
    <message>
        <location filename="../../ui/evidence_sentences.py" line="133"/>
        <source>These words do not open it. Type the eight words from its sheet, in their order.</source>
        <translation>Các từ này không mở được. Hãy gõ tám từ trên tờ của bản sao, đúng thứ tự.</translation>
    </message>
    <message>
        <location filename="../../ui/evidence_sentences.py" line="137"/>
        <source>The medium did not take the package, or gave back something else than was written. Nothing that looks finished is on it. Try another medium.</source>
        <translation>Thiết bị lưu không nhận gói, hoặc đọc lại khác với nội dung đã ghi. Trên đó không có gói nào trông như hoàn chỉnh. Hãy dùng thiết bị khác.</translation>
    </message>
    <message>
        <location filename="../../ui/evidence_sentences.py" line="142"/>
        <source>This package was made by a newer program. Update this one to check it; the page kiem-tra.html in the package checks it, too.</source>
        <translation>Gói này do phiên bản mới hơn tạo ra. Hãy cập nhật chương trình để kiểm tra; trang kiem-tra.html trong gói cũng kiểm tra được.</translation>
    </message>
    <message>
        <location filename="../../ui/evidence_sentences.py" line="147"/>
        <source>The package&apos;s manifest (thong-tin.json) cannot be read. Keep it as it is and call the chief.</source>
        <translation>Không đọc được bản kê của gói (thong-tin.json). Giữ nguyên và báo chỉ huy.</translation>
    </message>
</context>
<context>
    <name>exhibits</name>
    <message>
        <location filename="../../ui/exhibits/words.py" line="19"/>
        <source>The file is being opened…</source>
        <translation>Đang mở tệp…</translation>
    </message>
    <message>
        <location filename="../../ui/exhibits/words.py" line="20"/>
        <source>No picture of this file can be shown</source>
        <translation>Không xem được hình nào của tệp này</translation>
    </message>
    <message>
        <location filename="../../ui/exhibits/words.py" line="21"/>
        <source>This file is not a film</source>
        <translation>Tệp này không phải phim</translation>
    </message>
    <message>
        <location filename="../../ui/exhibits/words.py" line="22"/>
        <source>This file broke the player</source>
        <translation>Tệp này làm hỏng trình phát</translation>
    </message>
    <message>
        <location filename="../../ui/exhibits/words.py" line="23"/>
        <source>VLC is not on this PC</source>
        <translation>Máy này chưa có VLC</translation>
    </message>
    <message>
        <location filename="../../ui/exhibits/words.py" line="26"/>
        <source>A large file on a slow stick takes some seconds. Esc gives up.</source>
        <translation>Tệp lớn trên USB chậm có thể mất vài giây. Bấm Esc để thôi.</translation>
    </message>
    <message>
        <location filename="../../ui/exhibits/words.py" line="29"/>
        <source>It is damaged, protected, or of a kind that only its recorder&apos;s own program plays. The file was not changed. Ask whoever brought it for an export as MP4 or AVI; this file can be taken in as it is all the same (Ins).</source>
        <translation>Tệp bị hỏng, bị khoá, hoặc thuộc loại chỉ phần mềm của đầu ghi mới mở được. Tệp không bị thay đổi. Hãy nhờ người giao xuất lại dạng MP4 hoặc AVI; tệp này vẫn nhận vào nguyên trạng được (Ins).</translation>
    </message>
    <message>
        <location filename="../../ui/exhibits/words.py" line="35"/>
        <source>It holds text, a list of addresses (M3U, HLS, DASH, SDP) or packed files, whatever its name says. It was not played, and nothing was fetched from the network. Ask whoever brought it for the film itself, as MP4 or AVI; this file can be taken in as it is all the same (Ins).</source>
        <translation>Bên trong chỉ là chữ, danh sách địa chỉ (M3U, HLS, DASH, SDP) hoặc tệp nén, dù tên tệp ghi gì đi nữa. Tệp không được phát và máy không tải gì từ mạng. Hãy nhờ người giao đưa chính đoạn phim, dạng MP4 hoặc AVI; tệp này vẫn nhận vào nguyên trạng được (Ins).</translation>
    </message>
    <message>
        <location filename="../../ui/exhibits/words.py" line="42"/>
        <source>Nothing else is hurt: cameras, recording and the list go on, and the file was not changed. It may be damaged, or made to do harm: open it on no other PC. F5 tries once more; the file can be taken in as it is (Ins). Tell the administrator.</source>
        <translation>Mọi thứ khác không sao: camera, ghi hình và danh sách vẫn chạy, tệp không bị thay đổi. Tệp có thể bị hỏng hoặc được tạo ra để phá máy: không mở trên máy khác. F5 để thử lại một lần; vẫn nhận tệp vào nguyên trạng được (Ins). Hãy báo quản trị.</translation>
    </message>
    <message>
        <location filename="../../ui/exhibits/words.py" line="49"/>
        <source>Foreign files are played by VLC&apos;s library. The administrator installs it with this line:

sudo apt install libvlc5 vlc-plugin-base

Then press F5. All else works without it: files can be taken in and verified.</source>
        <translation>Tệp ngoài được phát bằng thư viện của VLC. Quản trị cài bằng dòng lệnh:

sudo apt install libvlc5 vlc-plugin-base

rồi bấm F5. Thiếu VLC thì mọi việc khác vẫn làm được: nhận tệp và kiểm tra tệp.</translation>
    </message>
    <message>
        <location filename="../../ui/exhibits/words.py" line="55"/>
        <source>Foreign files are played by VLC&apos;s library. The administrator installs VLC for Windows, 64 bit, from videolan.org. Then press F5. All else works without it: files can be taken in and verified.</source>
        <translation>Tệp ngoài được phát bằng thư viện của VLC. Quản trị cài VLC cho Windows, bản 64 bit, từ videolan.org, rồi bấm F5. Thiếu VLC thì mọi việc khác vẫn làm được: nhận tệp và kiểm tra tệp.</translation>
    </message>
    <message>
        <location filename="../../ui/exhibits/words.py" line="87"/>
        <source>Films of recorders and telephones ({endings})</source>
        <translation>Hình của đầu ghi, điện thoại ({endings})</translation>
    </message>
    <message>
        <location filename="../../ui/exhibits/words.py" line="88"/>
        <source>All files (*)</source>
        <translation>Mọi tệp (*)</translation>
    </message>
    <message>
        <location filename="../../ui/exhibits/clocks.py" line="93"/>
        <source>the device&apos;s clock is right</source>
        <translation>đồng hồ thiết bị đúng giờ</translation>
    </message>
    <message>
        <location filename="../../ui/exhibits/clocks.py" line="95"/>
        <source>the device&apos;s clock is {time} ahead</source>
        <translation>đồng hồ thiết bị nhanh {time}</translation>
    </message>
    <message>
        <location filename="../../ui/exhibits/clocks.py" line="97"/>
        <source>the device&apos;s clock is {time} behind</source>
        <translation>đồng hồ thiết bị chậm {time}</translation>
    </message>
    <message>
        <location filename="../../ui/exhibits/clocks.py" line="105"/>
        <source>{days} days {time}</source>
        <translation>{days} ngày {time}</translation>
    </message>
    <message>
        <location filename="../../ui/exhibits/clocks.py" line="110"/>
        <source>{hours} h {minutes} min {seconds} s</source>
        <translation>{hours} giờ {minutes} phút {seconds} giây</translation>
    </message>
    <message>
        <location filename="../../ui/exhibits/clocks.py" line="112"/>
        <source>{minutes} min {seconds} s</source>
        <translation>{minutes} phút {seconds} giây</translation>
    </message>
    <message>
        <location filename="../../ui/exhibits/clocks.py" line="114"/>
        <source>{seconds} s</source>
        <translation>{seconds} giây</translation>
    </message>
</context>
<context>
    <name>find</name>
    <message>
        <location filename="../../ui/cases/find_layout.py" line="85"/>
        <source>Number, words, place, camera, team, person, time: hôm qua 22h cụm 5</source>
        <translation>Số, chữ, nơi, camera, tổ, người, thời gian: hôm qua 22h cụm 5</translation>
    </message>
    <message>
        <location filename="../../ui/cases/find_layout.py" line="122"/>
        <source>Nothing to narrow down by</source>
        <translation>Không có gì để thu hẹp</translation>
    </message>
    <message>
        <location filename="../../ui/cases/find_layout.py" line="128"/>
        <source>Not counted; F5 tries again</source>
        <translation>Chưa đếm được; F5 thử lại</translation>
    </message>
    <message>
        <location filename="../../ui/cases/find_layout.py" line="141"/>
        <source>Nothing was found</source>
        <translation>Không tìm thấy gì</translation>
    </message>
    <message>
        <location filename="../../ui/cases/find_layout.py" line="142"/>
        <source>Take a part away: Shift+Tab goes to the parts above, Del removes one. Fewer words, a longer time, or the number alone find more. Marks and capitals do not matter.</source>
        <translation>Bỏ bớt một phần: Shift+Tab lên các phần ở trên, Del bỏ một phần. Ít chữ hơn, khoảng thời gian dài hơn hoặc chỉ nhập số sẽ tìm được nhiều hơn. Có dấu hay không dấu, chữ hoa hay chữ thường đều được.</translation>
    </message>
    <message>
        <location filename="../../ui/cases/find_layout.py" line="149"/>
        <source>There is no bookmark and no case yet</source>
        <translation>Chưa có dấu mốc và vụ việc nào</translation>
    </message>
    <message>
        <location filename="../../ui/cases/find_layout.py" line="150"/>
        <source>B on the wall bookmarks the chosen camera.</source>
        <translation>Phím B trên tường camera đánh dấu camera đang chọn.</translation>
    </message>
    <message>
        <location filename="../../ui/cases/find_side.py" line="144"/>
        <location filename="../../ui/cases/find_side.py" line="173"/>
        <source>Narrow down</source>
        <translation>Thu hẹp</translation>
    </message>
    <message>
        <location filename="../../ui/cases/find_side.py" line="192"/>
        <location filename="../../ui/cases/find_side.py" line="207"/>
        <source>Saved searches</source>
        <translation>Nội dung tìm đã lưu</translation>
    </message>
    <message>
        <location filename="../../ui/cases/find_side.py" line="193"/>
        <source>Looked for last</source>
        <translation>Tìm gần đây</translation>
    </message>
    <message>
        <location filename="../../ui/cases/find_side.py" line="194"/>
        <source>For example</source>
        <translation>Ví dụ</translation>
    </message>
    <message>
        <location filename="../../ui/cases/find_side.py" line="195"/>
        <source>Ctrl+S saves what you look for</source>
        <translation>Ctrl+S lưu nội dung đang tìm</translation>
    </message>
    <message>
        <location filename="../../ui/cases/find_words.py" line="19"/>
        <source>Bookmarks</source>
        <translation>Dấu mốc</translation>
    </message>
    <message>
        <location filename="../../ui/cases/find_words.py" line="20"/>
        <source>Incidents</source>
        <translation>Vụ việc</translation>
    </message>
    <message>
        <location filename="../../ui/cases/find_words.py" line="23"/>
        <source>Kind</source>
        <translation>Loại mục</translation>
    </message>
    <message>
        <location filename="../../ui/cases/find_words.py" line="24"/>
        <source>State</source>
        <translation>Trạng thái</translation>
    </message>
    <message>
        <location filename="../../ui/cases/find_words.py" line="25"/>
        <source>Severity</source>
        <translation>Mức độ</translation>
    </message>
    <message>
        <location filename="../../ui/cases/find_words.py" line="26"/>
        <source>Category</source>
        <translation>Phân loại</translation>
    </message>
    <message>
        <location filename="../../ui/cases/find_words.py" line="27"/>
        <source>Cluster</source>
        <translation>Cụm camera</translation>
    </message>
    <message>
        <location filename="../../ui/cases/find_words.py" line="28"/>
        <source>Month</source>
        <translation>Tháng</translation>
    </message>
    <message>
        <location filename="../../ui/cases/find_words.py" line="31"/>
        <source>Camera {numbers}</source>
        <translation>Camera {numbers}</translation>
    </message>
    <message>
        <location filename="../../ui/cases/find_words.py" line="32"/>
        <source>Cluster {numbers}</source>
        <translation>Cụm {numbers}</translation>
    </message>
    <message>
        <location filename="../../ui/cases/find_words.py" line="33"/>
        <source>Team {numbers}</source>
        <translation>Tổ {numbers}</translation>
    </message>
    <message>
        <location filename="../../ui/cases/find_words.py" line="35"/>
        <source>Mine</source>
        <translation>Của tôi</translation>
    </message>
    <message>
        <location filename="../../ui/cases/find_words.py" line="36"/>
        <source>Number {number}</source>
        <translation>Số {number}</translation>
    </message>
    <message>
        <location filename="../../ui/cases/find_words.py" line="37"/>
        <source>Time: {period}</source>
        <translation>Lúc {period}</translation>
    </message>
    <message>
        <location filename="../../ui/cases/find_words.py" line="38"/>
        <source>from {time} on</source>
        <translation>từ {time}</translation>
    </message>
    <message>
        <location filename="../../ui/cases/find_words.py" line="39"/>
        <source>until {time}</source>
        <translation>đến {time}</translation>
    </message>
    <message>
        <location filename="../../ui/cases/find_words.py" line="40"/>
        <source>today</source>
        <translation>hôm nay</translation>
    </message>
    <message>
        <location filename="../../ui/cases/find_words.py" line="41"/>
        <source>yesterday</source>
        <translation>hôm qua</translation>
    </message>
    <message>
        <location filename="../../ui/cases/find_words.py" line="42"/>
        <source>Month {month}</source>
        <translation>tháng {month}</translation>
    </message>
    <message>
        <location filename="../../ui/cases/find_words.py" line="43"/>
        <source>{words}: not at this station</source>
        <translation>{words}: trạm này không có</translation>
    </message>
    <message>
        <location filename="../../ui/cases/find_words.py" line="44"/>
        <source>{camera} and {count} more</source>
        <translation>{camera} và {count} camera khác</translation>
    </message>
    <message>
        <location filename="../../ui/cases/find_words.py" line="45"/>
        <source>Not described yet</source>
        <translation>Chưa mô tả</translation>
    </message>
    <message>
        <location filename="../../ui/cases/find_words.py" line="46"/>
        <source>a camera that was removed</source>
        <translation>camera đã gỡ</translation>
    </message>
    <message>
        <location filename="../../ui/cases/find_words.py" line="47"/>
        <source>Found: {count}</source>
        <translation>Tìm thấy: {count}</translation>
    </message>
    <message>
        <location filename="../../ui/cases/find_words.py" line="48"/>
        <source>Found: more than {count}</source>
        <translation>Tìm thấy: hơn {count}</translation>
    </message>
    <message>
        <location filename="../../ui/cases/find_words.py" line="49"/>
        <source>Found: {count}. What they have in common could not be counted.</source>
        <translation>Tìm thấy: {count}. Không đếm được điểm chung.</translation>
    </message>
    <message>
        <location filename="../../ui/cases/find_words.py" line="52"/>
        <source>Found: {count} or more; they could not be counted.</source>
        <translation>Tìm thấy: {count} trở lên; không đếm được hết.</translation>
    </message>
    <message>
        <location filename="../../ui/cases/find_offers.py" line="27"/>
        <source>Camera {number:02} · {name}</source>
        <translation>Camera {number:02} · {name}</translation>
    </message>
    <message>
        <location filename="../../ui/cases/find_offers.py" line="28"/>
        <source>Cluster {number} · {name}</source>
        <translation>Cụm {number} · {name}</translation>
    </message>
    <message>
        <location filename="../../ui/cases/find_offers.py" line="29"/>
        <source>Team · {name}</source>
        <translation>Tổ · {name}</translation>
    </message>
    <message>
        <location filename="../../ui/cases/find_offers.py" line="30"/>
        <source>Category · {name}</source>
        <translation>Loại · {name}</translation>
    </message>
    <message>
        <location filename="../../ui/cases/find_offers.py" line="31"/>
        <source>Saved search · {name}</source>
        <translation>Tìm đã lưu · {name}</translation>
    </message>
    <message>
        <location filename="../../ui/cases/find_offers.py" line="33"/>
        <source>Down chooses · Enter takes it into the search · Esc closes</source>
        <translation>↓ chọn · Enter đưa vào ô tìm · Esc đóng</translation>
    </message>
    <message>
        <location filename="../../ui/cases/find_offers.py" line="34"/>
        <source>Look for: {text}</source>
        <translation>Tìm: {text}</translation>
    </message>
    <message>
        <location filename="../../ui/cases/find_offers.py" line="47"/>
        <source>What may be meant</source>
        <translation>Gợi ý tìm kiếm</translation>
    </message>
</context>
<context>
    <name>finding</name>
    <message>
        <location filename="../../ui/review/finding/add.py" line="22"/>
        <source>Area</source>
        <translation>Vùng</translation>
    </message>
    <message>
        <location filename="../../ui/review/finding/add.py" line="23"/>
        <source>Strip</source>
        <translation>Dải hình</translation>
    </message>
    <message>
        <location filename="../../ui/review/finding/add.py" line="24"/>
        <source>Halves</source>
        <translation>Chia đôi</translation>
    </message>
    <message>
        <location filename="../../ui/review/finding/cards.py" line="280"/>
        <source>No picture</source>
        <translation>Không có hình</translation>
    </message>
</context>
<context>
    <name>holds</name>
    <message>
        <location filename="../../ui/holds/dialogs.py" line="88"/>
        <source>Hold footage</source>
        <translation>Lưu giữ hình</translation>
    </message>
    <message>
        <location filename="../../ui/holds/dialogs.py" line="88"/>
        <source>Hold it</source>
        <translation>Lưu giữ</translation>
    </message>
    <message>
        <location filename="../../ui/holds/dialogs.py" line="180"/>
        <location filename="../../ui/holds/dialogs.py" line="223"/>
        <source>Hold it for longer</source>
        <translation>Kéo dài lưu giữ</translation>
    </message>
    <message>
        <location filename="../../ui/holds/hook.py" line="45"/>
        <source>Held: {until}</source>
        <translation>Đã lưu giữ: {until}</translation>
    </message>
    <message>
        <location filename="../../ui/holds/hook.py" line="51"/>
        <source>Show the cameras first whose footage shall be held.</source>
        <translation>Hãy mở các camera cần lưu giữ hình trước đã.</translation>
    </message>
    <message>
        <location filename="../../ui/holds/table.py" line="27"/>
        <source>ran out</source>
        <translation>đã hết hạn</translation>
    </message>
    <message>
        <location filename="../../ui/holds/table.py" line="28"/>
        <source>released</source>
        <translation>đã thôi giữ</translation>
    </message>
    <message>
        <location filename="../../ui/holds/words.py" line="27"/>
        <source>Written request</source>
        <translation>Phiếu yêu cầu</translation>
    </message>
    <message>
        <location filename="../../ui/holds/words.py" line="28"/>
        <source>Incident</source>
        <translation>Vụ việc</translation>
    </message>
    <message>
        <location filename="../../ui/holds/words.py" line="29"/>
        <source>By an officer&apos;s decision</source>
        <translation>Cán bộ quyết định</translation>
    </message>
    <message>
        <location filename="../../ui/holds/words.py" line="30"/>
        <source>Bookmark</source>
        <translation>Dấu mốc</translation>
    </message>
    <message>
        <location filename="../../ui/holds/words.py" line="71"/>
        <source>{count} removed</source>
        <translation>{count} camera đã gỡ</translation>
    </message>
    <message>
        <location filename="../../ui/holds/words.py" line="132"/>
        <source>until it is released</source>
        <translation>đến khi có lệnh thôi</translation>
    </message>
    <message>
        <location filename="../../ui/holds/words.py" line="193"/>
        <source>{count} days</source>
        <translation>{count} ngày</translation>
    </message>
    <message>
        <location filename="../../ui/holds/words.py" line="196"/>
        <source>{count} hours</source>
        <translation>{count} giờ</translation>
    </message>
    <message>
        <location filename="../../ui/holds/words.py" line="197"/>
        <source>less than an hour</source>
        <translation>chưa đầy một giờ</translation>
    </message>
    <message>
        <location filename="../../ui/holds/dialogs.py" line="222"/>
        <source>Hold the footage of this case for longer</source>
        <translation>Lưu giữ hình của vụ việc này lâu hơn</translation>
    </message>
    <message>
        <location filename="../../ui/holds/words.py" line="32"/>
        <source>Held until {until} ({left} left)</source>
        <translation>Lưu giữ đến {until} (còn {left})</translation>
    </message>
    <message>
        <location filename="../../ui/holds/words.py" line="33"/>
        <source>Held until somebody releases it</source>
        <translation>Lưu giữ đến khi có người cho thôi</translation>
    </message>
    <message>
        <location filename="../../ui/holds/words.py" line="34"/>
        <source>Nothing is held for this case any more</source>
        <translation>Không còn lưu giữ hình nào cho vụ việc này</translation>
    </message>
    <message>
        <location filename="../../ui/holds/words.py" line="35"/>
        <source>{cameras}
{span}
{reason}
Held by {officer} on {made}. Ends: {until}</source>
        <translation>{cameras}
{span}
{reason}
Người lưu giữ: {officer}, lúc {made}. Thời hạn: {until}</translation>
    </message>
    <message>
        <location filename="../../ui/holds/words.py" line="38"/>
        <source>{count} stretches</source>
        <translation>{count} đoạn</translation>
    </message>
    <message>
        <location filename="../../ui/holds/words.py" line="39"/>
        <source>{size} are recorded</source>
        <translation>đã ghi {size}</translation>
    </message>
    <message>
        <location filename="../../ui/holds/words.py" line="40"/>
        <source>The category {category} says {days} days, from the day a bookmark came in; the longest counts, and nothing is made shorter.</source>
        <translation>Loại “{category}” quy định {days} ngày, tính từ ngày đưa dấu mốc vào; lấy hạn dài nhất, không rút ngắn hạn nào.</translation>
    </message>
    <message>
        <location filename="../../ui/holds/words.py" line="45"/>
        <source>The category {category} says: until somebody releases it, once the case is closed.</source>
        <translation>Loại “{category}” quy định: lưu đến khi có người cho thôi, sau khi vụ việc kết thúc.</translation>
    </message>
    <message>
        <location filename="../../ui/holds/words.py" line="92"/>
        <source>released {time}</source>
        <translation>đã thôi lưu giữ lúc {time}</translation>
    </message>
    <message>
        <location filename="../../ui/holds/words.py" line="97"/>
        <source>the station</source>
        <translation>đơn vị</translation>
    </message>
</context>
<context>
    <name>inbox</name>
    <message>
        <location filename="../../ui/cases/blind_list.py" line="95"/>
        <source>a camera that was removed</source>
        <translation>camera đã gỡ</translation>
    </message>
    <message>
        <location filename="../../ui/cases/blind_list.py" line="102"/>
        <source>{count} times</source>
        <translation>{count} lần</translation>
    </message>
    <message>
        <location filename="../../ui/cases/blind_list.py" line="104"/>
        <source>{count} under 30 s</source>
        <translation>{count} lần dưới 30 giây</translation>
    </message>
    <message>
        <location filename="../../ui/cases/blind_list.py" line="106"/>
        <source>still blind</source>
        <translation>vẫn mất hình</translation>
    </message>
    <message>
        <location filename="../../ui/cases/blind_list.py" line="116"/>
        <source>before {time}</source>
        <translation>trước {time}</translation>
    </message>
    <message>
        <location filename="../../ui/cases/blind_list.py" line="117"/>
        <source>now</source>
        <translation>bây giờ</translation>
    </message>
    <message>
        <location filename="../../ui/cases/blind_list.py" line="120"/>
        <source>{place} of {count}, ← → chooses</source>
        <translation>lần {place}/{count}, ← → để chọn</translation>
    </message>
    <message>
        <location filename="../../ui/cases/inbox_list.py" line="197"/>
        <source>{length}, late</source>
        <translation>{length}, quá lâu</translation>
    </message>
    <message>
        <location filename="../../ui/cases/inbox_words.py" line="24"/>
        <source>To be approved</source>
        <translation>Chờ duyệt</translation>
    </message>
    <message>
        <location filename="../../ui/cases/inbox_words.py" line="25"/>
        <source>Returned, not mended</source>
        <translation>Đã trả lại, chưa bổ sung</translation>
    </message>
    <message>
        <location filename="../../ui/cases/inbox_words.py" line="26"/>
        <source>Draft, not submitted</source>
        <translation>Bản nháp chưa trình</translation>
    </message>
    <message>
        <location filename="../../ui/cases/inbox_words.py" line="27"/>
        <source>Bookmark without words</source>
        <translation>Dấu mốc chưa mô tả</translation>
    </message>
    <message>
        <location filename="../../ui/cases/inbox_words.py" line="28"/>
        <source>Hold runs out</source>
        <translation>Sắp hết hạn lưu giữ</translation>
    </message>
    <message>
        <location filename="../../ui/cases/inbox_words.py" line="29"/>
        <source>Footage asked for</source>
        <translation>Yêu cầu trích xuất</translation>
    </message>
    <message>
        <location filename="../../ui/cases/inbox_words.py" line="32"/>
        <source>All</source>
        <translation>Tất cả</translation>
    </message>
    <message>
        <location filename="../../ui/cases/inbox_words.py" line="33"/>
        <source>To approve</source>
        <translation>Chờ duyệt</translation>
    </message>
    <message>
        <location filename="../../ui/cases/inbox_words.py" line="34"/>
        <source>To mend</source>
        <translation>Chờ bổ sung</translation>
    </message>
    <message>
        <location filename="../../ui/cases/inbox_words.py" line="35"/>
        <source>Drafts</source>
        <translation>Bản nháp</translation>
    </message>
    <message>
        <location filename="../../ui/cases/inbox_words.py" line="36"/>
        <source>Bookmarks</source>
        <translation>Dấu mốc</translation>
    </message>
    <message>
        <location filename="../../ui/cases/inbox_words.py" line="37"/>
        <source>Holds</source>
        <translation>Lưu giữ</translation>
    </message>
    <message>
        <location filename="../../ui/cases/inbox_words.py" line="38"/>
        <source>Requests</source>
        <translation>Phiếu</translation>
    </message>
    <message>
        <location filename="../../ui/cases/inbox_words.py" line="55"/>
        <source>the station</source>
        <translation>trạm</translation>
    </message>
    <message>
        <location filename="../../ui/cases/inbox_words.py" line="56"/>
        <source>an officer who left</source>
        <translation>cán bộ đã nghỉ</translation>
    </message>
    <message>
        <location filename="../../ui/cases/inbox_words.py" line="67"/>
        <source>Bookmark without category or words</source>
        <translation>Dấu mốc chưa có loại hoặc mô tả</translation>
    </message>
    <message>
        <location filename="../../ui/cases/inbox_words.py" line="69"/>
        <source>A hold runs out</source>
        <translation>Một lệnh lưu giữ sắp hết hạn</translation>
    </message>
    <message>
        <location filename="../../ui/cases/inbox_words.py" line="70"/>
        <source>{count} holds of bookmarks in no case run out</source>
        <translation>{count} lệnh lưu giữ của dấu mốc chưa vào vụ nào sắp hết hạn</translation>
    </message>
    <message>
        <location filename="../../ui/cases/inbox_words.py" line="85"/>
        <source>held until {day}</source>
        <translation>lưu giữ đến {day}</translation>
    </message>
    <message>
        <location filename="../../ui/cases/inbox_words.py" line="99"/>
        <source>{count} exported and not approved within 24 hours.</source>
        <translation>{count} phiếu đã trích xuất mà quá 24 giờ chưa duyệt.</translation>
    </message>
    <message>
        <location filename="../../ui/cases/inbox_words.py" line="102"/>
        <source>{count} wait longer than 48 hours: they stand first.</source>
        <translation>{count} mục chờ quá 48 giờ, xếp đầu danh sách.</translation>
    </message>
    <message>
        <location filename="../../ui/cases/inbox_words.py" line="110"/>
        <source>0 shows all {count} that wait.</source>
        <translation>Phím 0 hiện cả {count} mục đang chờ.</translation>
    </message>
    <message>
        <location filename="../../ui/cases/inbox_words.py" line="112"/>
        <source>Nothing of this kind waits</source>
        <translation>Không có mục nào loại này đang chờ</translation>
    </message>
    <message>
        <location filename="../../ui/cases/inbox_words.py" line="116"/>
        <source>Nothing waits</source>
        <translation>Không có việc nào đang chờ</translation>
    </message>
    <message>
        <location filename="../../ui/cases/inbox_words.py" line="117"/>
        <source>Whatever officers submit comes here, and so do drafts and bookmarks that were left behind, holds that run out, and requests for footage. Alt+2 shows this morning.</source>
        <translation>Việc cán bộ trình sẽ hiện ở đây, cùng bản nháp và dấu mốc bị bỏ lại, phần giữ hình sắp hết hạn và phiếu yêu cầu trích xuất. Alt+2 xem tình hình sáng nay.</translation>
    </message>
    <message>
        <location filename="../../ui/cases/inbox_words.py" line="128"/>
        <source>urgent</source>
        <translation>khẩn</translation>
    </message>
    <message>
        <location filename="../../ui/cases/inbox_offers.py" line="40"/>
        <source>Refuse…</source>
        <translation>Từ chối…</translation>
    </message>
    <message>
        <location filename="../../ui/cases/inbox_offers.py" line="53"/>
        <source>Approve and close</source>
        <translation>Duyệt và đóng</translation>
    </message>
    <message>
        <location filename="../../ui/cases/inbox_offers.py" line="55"/>
        <source>You wrote this, or changed it since it was submitted: nobody approves his own work. Another chief must, or you return it.</source>
        <translation>Đồng chí lập vụ này hoặc đã sửa từ khi trình: không ai tự duyệt việc của mình. Chỉ huy khác duyệt, hoặc trả lại.</translation>
    </message>
</context>
<context>
    <name>keys</name>
    <message>
        <location filename="../../ui/keys.py" line="36"/>
        <source>Wall</source>
        <translation>Tường</translation>
    </message>
    <message>
        <location filename="../../ui/keys.py" line="38"/>
        <location filename="../../ui/keys_of_people.py" line="28"/>
        <source>Devices</source>
        <translation>Thiết bị</translation>
    </message>
    <message>
        <location filename="../../ui/keys.py" line="45"/>
        <source>Change your password</source>
        <translation>Đổi mật khẩu của mình</translation>
    </message>
    <message>
        <location filename="../../ui/keys.py" line="50"/>
        <source>Full screen</source>
        <translation>Toàn màn hình</translation>
    </message>
    <message>
        <location filename="../../ui/keys.py" line="51"/>
        <source>Next theme</source>
        <translation>Đổi giao diện sáng, tối</translation>
    </message>
    <message>
        <location filename="../../ui/keys.py" line="52"/>
        <location filename="../../ui/keys_of_review.py" line="21"/>
        <source>Show or hide the list</source>
        <translation>Hiện hoặc ẩn danh sách</translation>
    </message>
    <message>
        <location filename="../../ui/keys.py" line="53"/>
        <location filename="../../ui/keys.py" line="117"/>
        <location filename="../../ui/keys_of_review.py" line="22"/>
        <source>Find a camera</source>
        <translation>Tìm camera</translation>
    </message>
    <message>
        <location filename="../../ui/keys.py" line="54"/>
        <location filename="../../ui/keys_of_review.py" line="13"/>
        <source>1 camera</source>
        <translation>1 camera</translation>
    </message>
    <message>
        <location filename="../../ui/keys.py" line="55"/>
        <location filename="../../ui/keys_of_review.py" line="14"/>
        <source>4 cameras</source>
        <translation>4 camera</translation>
    </message>
    <message>
        <location filename="../../ui/keys.py" line="56"/>
        <location filename="../../ui/keys_of_review.py" line="15"/>
        <source>9 cameras</source>
        <translation>9 camera</translation>
    </message>
    <message>
        <location filename="../../ui/keys.py" line="57"/>
        <location filename="../../ui/keys_of_review.py" line="16"/>
        <source>16 cameras</source>
        <translation>16 camera</translation>
    </message>
    <message>
        <location filename="../../ui/keys.py" line="58"/>
        <source>25 cameras</source>
        <translation>25 camera</translation>
    </message>
    <message>
        <location filename="../../ui/keys.py" line="59"/>
        <source>36 cameras</source>
        <translation>36 camera</translation>
    </message>
    <message>
        <location filename="../../ui/keys.py" line="60"/>
        <source>64 cameras</source>
        <translation>64 camera</translation>
    </message>
    <message>
        <location filename="../../ui/keys.py" line="61"/>
        <source>81 cameras</source>
        <translation>81 camera</translation>
    </message>
    <message>
        <location filename="../../ui/keys.py" line="62"/>
        <source>All cameras</source>
        <translation>Tất cả</translation>
    </message>
    <message>
        <location filename="../../ui/keys.py" line="67"/>
        <source>Next page</source>
        <translation>Trang sau</translation>
    </message>
    <message>
        <location filename="../../ui/keys.py" line="73"/>
        <source>Previous page</source>
        <translation>Trang trước</translation>
    </message>
    <message>
        <location filename="../../ui/keys.py" line="75"/>
        <location filename="../../ui/keys_of_review.py" line="103"/>
        <source>Choose the tile on the left</source>
        <translation>Chọn ô bên trái</translation>
    </message>
    <message>
        <location filename="../../ui/keys.py" line="77"/>
        <location filename="../../ui/keys_of_review.py" line="109"/>
        <source>Choose the tile on the right</source>
        <translation>Chọn ô bên phải</translation>
    </message>
    <message>
        <location filename="../../ui/keys.py" line="79"/>
        <location filename="../../ui/keys_of_review.py" line="111"/>
        <source>Choose the tile above</source>
        <translation>Chọn ô phía trên</translation>
    </message>
    <message>
        <location filename="../../ui/keys.py" line="80"/>
        <location filename="../../ui/keys_of_review.py" line="116"/>
        <source>Choose the tile below</source>
        <translation>Chọn ô phía dưới</translation>
    </message>
    <message>
        <location filename="../../ui/keys.py" line="81"/>
        <location filename="../../ui/keys_of_case_list.py" line="10"/>
        <location filename="../../ui/keys_of_case_list.py" line="22"/>
        <location filename="../../ui/keys_of_case_list.py" line="47"/>
        <location filename="../../ui/keys_of_inbox.py" line="14"/>
        <location filename="../../ui/keys_of_inbox.py" line="31"/>
        <location filename="../../ui/keys_of_review.py" line="125"/>
        <location filename="../../ui/keys_of_search.py" line="13"/>
        <source>Open</source>
        <translation>Mở</translation>
    </message>
    <message>
        <location filename="../../ui/keys.py" line="83"/>
        <location filename="../../ui/keys_of_review.py" line="214"/>
        <source>Camera number</source>
        <translation>Số camera</translation>
    </message>
    <message>
        <location filename="../../ui/keys.py" line="86"/>
        <location filename="../../ui/keys_of_review.py" line="30"/>
        <source>One camera and back</source>
        <translation>Phóng một camera, và trở lại</translation>
    </message>
    <message>
        <location filename="../../ui/keys.py" line="87"/>
        <source>Figures of the chosen camera</source>
        <translation>Thông số của camera đang chọn</translation>
    </message>
    <message>
        <location filename="../../ui/keys.py" line="110"/>
        <source>One step back</source>
        <translation>Lùi một bước</translation>
    </message>
    <message>
        <location filename="../../ui/keys.py" line="111"/>
        <source>Add a camera</source>
        <translation>Thêm camera</translation>
    </message>
    <message>
        <location filename="../../ui/keys.py" line="112"/>
        <location filename="../../ui/keys.py" line="154"/>
        <location filename="../../ui/keys_of_people.py" line="23"/>
        <source>Change</source>
        <translation>Sửa</translation>
    </message>
    <message>
        <location filename="../../ui/keys.py" line="113"/>
        <location filename="../../ui/keys_of_vocabulary.py" line="44"/>
        <source>Remove</source>
        <translation>Xoá</translation>
    </message>
    <message>
        <location filename="../../ui/keys.py" line="115"/>
        <source>Import a list</source>
        <translation>Nhập danh sách</translation>
    </message>
    <message>
        <location filename="../../ui/keys.py" line="116"/>
        <source>Export the list</source>
        <translation>Xuất danh sách</translation>
    </message>
    <message>
        <location filename="../../ui/keys.py" line="39"/>
        <source>Officers</source>
        <translation>Cán bộ</translation>
    </message>
    <message>
        <location filename="../../ui/keys.py" line="40"/>
        <source>Lock the screen</source>
        <translation>Khoá màn hình</translation>
    </message>
    <message>
        <location filename="../../ui/keys.py" line="47"/>
        <source>Sign out</source>
        <translation>Đăng xuất</translation>
    </message>
    <message>
        <location filename="../../ui/keys.py" line="124"/>
        <source>Backups…</source>
        <translation>Sao lưu…</translation>
    </message>
    <message>
        <location filename="../../ui/keys.py" line="127"/>
        <source>Back up now</source>
        <translation>Sao lưu ngay</translation>
    </message>
    <message>
        <location filename="../../ui/keys.py" line="132"/>
        <source>Go back to this backup…</source>
        <translation>Quay về bản này…</translation>
    </message>
    <message>
        <location filename="../../ui/keys.py" line="138"/>
        <source>Go back to before the update…</source>
        <translation>Quay về trước lần cập nhật…</translation>
    </message>
    <message>
        <location filename="../../ui/keys.py" line="144"/>
        <source>New recovery sheet…</source>
        <translation>Phiếu khôi phục mới…</translation>
    </message>
    <message>
        <location filename="../../ui/keys.py" line="153"/>
        <source>Add an officer</source>
        <translation>Thêm cán bộ</translation>
    </message>
    <message>
        <location filename="../../ui/keys.py" line="155"/>
        <source>New password</source>
        <translation>Cấp mật khẩu</translation>
    </message>
    <message>
        <location filename="../../ui/keys.py" line="156"/>
        <source>Lift lock-out</source>
        <translation>Gỡ tạm khoá</translation>
    </message>
    <message>
        <location filename="../../ui/keys.py" line="157"/>
        <source>Disable</source>
        <translation>Ngừng quyền</translation>
    </message>
    <message>
        <location filename="../../ui/keys.py" line="158"/>
        <location filename="../../ui/keys_of_people.py" line="25"/>
        <source>Erase</source>
        <translation>Xoá</translation>
    </message>
    <message>
        <location filename="../../ui/keys.py" line="159"/>
        <source>Find an officer</source>
        <translation>Tìm cán bộ</translation>
    </message>
    <message>
        <location filename="../../ui/keys.py" line="48"/>
        <source>Log</source>
        <translation>Nhật ký</translation>
    </message>
    <message>
        <location filename="../../ui/keys.py" line="49"/>
        <location filename="../../ui/keys.py" line="146"/>
        <location filename="../../ui/keys_of_vocabulary.py" line="41"/>
        <location filename="../../ui/keys_of_vocabulary.py" line="50"/>
        <source>Settings</source>
        <translation>Cài đặt</translation>
    </message>
    <message>
        <location filename="../../ui/keys.py" line="118"/>
        <source>Find in the log</source>
        <translation>Tìm trong nhật ký</translation>
    </message>
    <message>
        <location filename="../../ui/keys.py" line="119"/>
        <source>Verify the log</source>
        <translation>Kiểm tra nhật ký</translation>
    </message>
    <message>
        <location filename="../../ui/keys.py" line="120"/>
        <source>Export the log</source>
        <translation>Xuất nhật ký</translation>
    </message>
    <message>
        <location filename="../../ui/keys.py" line="121"/>
        <source>Newest entries</source>
        <translation>Dòng mới nhất</translation>
    </message>
    <message>
        <location filename="../../ui/keys.py" line="122"/>
        <source>Keep</source>
        <translation>Lưu</translation>
    </message>
    <message>
        <location filename="../../ui/keys.py" line="123"/>
        <source>As it was</source>
        <translation>Như cũ</translation>
    </message>
    <message>
        <location filename="../../ui/keys.py" line="151"/>
        <source>Open the wall when this PC starts, or not</source>
        <translation>Bật hoặc tắt tự mở tường camera khi máy khởi động</translation>
    </message>
    <message>
        <location filename="../../ui/keys.py" line="114"/>
        <source>Recording</source>
        <translation>Ghi hình</translation>
    </message>
    <message>
        <location filename="../../ui/keys_of_review.py" line="23"/>
        <source>Show or hide the tools</source>
        <translation>Hiện hoặc ẩn công cụ</translation>
    </message>
    <message>
        <location filename="../../ui/keys_of_review.py" line="28"/>
        <source>Show this camera no more</source>
        <translation>Bỏ camera này khỏi trang</translation>
    </message>
    <message>
        <location filename="../../ui/keys_of_review.py" line="35"/>
        <source>All cameras on the timeline</source>
        <translation>Mọi camera trên dòng thời gian</translation>
    </message>
    <message>
        <location filename="../../ui/keys_of_inbox.py" line="27"/>
        <location filename="../../ui/keys_of_review.py" line="37"/>
        <location filename="../../ui/keys_of_review.py" line="226"/>
        <source>Play or pause</source>
        <translation>Phát hoặc tạm dừng</translation>
    </message>
    <message>
        <location filename="../../ui/keys_of_review.py" line="38"/>
        <source>Slower, or backwards</source>
        <translation>Chậm lại, hoặc chạy lùi</translation>
    </message>
    <message>
        <location filename="../../ui/keys_of_review.py" line="39"/>
        <location filename="../../ui/keys_of_review.py" line="228"/>
        <source>Faster</source>
        <translation>Nhanh hơn</translation>
    </message>
    <message>
        <location filename="../../ui/keys_of_review.py" line="44"/>
        <source>One picture back</source>
        <translation>Lùi một hình</translation>
    </message>
    <message>
        <location filename="../../ui/keys_of_review.py" line="50"/>
        <location filename="../../ui/keys_of_review.py" line="229"/>
        <source>One picture on</source>
        <translation>Tiến một hình</translation>
    </message>
    <message>
        <location filename="../../ui/keys_of_masks.py" line="13"/>
        <source>A tenth of a second back</source>
        <translation>Lùi một phần mười giây</translation>
    </message>
    <message>
        <location filename="../../ui/keys_of_masks.py" line="19"/>
        <source>A tenth of a second on</source>
        <translation>Tới một phần mười giây</translation>
    </message>
    <message>
        <location filename="../../ui/keys_of_masks.py" line="21"/>
        <location filename="../../ui/keys_of_masks.py" line="29"/>
        <source>1 second back</source>
        <translation>Lùi 1 giây</translation>
    </message>
    <message>
        <location filename="../../ui/keys_of_masks.py" line="22"/>
        <location filename="../../ui/keys_of_masks.py" line="30"/>
        <source>1 second on</source>
        <translation>Tới 1 giây</translation>
    </message>
    <message>
        <location filename="../../ui/keys_of_masks.py" line="23"/>
        <location filename="../../ui/keys_of_masks.py" line="32"/>
        <location filename="../../ui/keys_of_review.py" line="53"/>
        <location filename="../../ui/keys_of_review.py" line="230"/>
        <source>10 seconds back</source>
        <translation>Lùi 10 giây</translation>
    </message>
    <message>
        <location filename="../../ui/keys_of_masks.py" line="24"/>
        <location filename="../../ui/keys_of_masks.py" line="34"/>
        <location filename="../../ui/keys_of_review.py" line="55"/>
        <location filename="../../ui/keys_of_review.py" line="231"/>
        <source>10 seconds on</source>
        <translation>Tiến 10 giây</translation>
    </message>
    <message>
        <location filename="../../ui/keys_of_masks.py" line="26"/>
        <source>To the nearest footage</source>
        <translation>Tới chỗ gần nhất có hình</translation>
    </message>
    <message>
        <location filename="../../ui/keys_of_masks.py" line="27"/>
        <source>Camera before</source>
        <translation>Camera trước</translation>
    </message>
    <message>
        <location filename="../../ui/keys_of_masks.py" line="28"/>
        <source>Next camera</source>
        <translation>Camera sau</translation>
    </message>
    <message>
        <location filename="../../ui/keys_of_masks.py" line="35"/>
        <source>To the beginning</source>
        <translation>Về đầu đoạn</translation>
    </message>
    <message>
        <location filename="../../ui/keys_of_masks.py" line="36"/>
        <source>To the end</source>
        <translation>Tới cuối đoạn</translation>
    </message>
    <message>
        <location filename="../../ui/keys_of_masks.py" line="56"/>
        <source>Next corner</source>
        <translation>Góc kế tiếp</translation>
    </message>
    <message>
        <location filename="../../ui/keys_of_masks.py" line="58"/>
        <source>Add a corner</source>
        <translation>Thêm một góc</translation>
    </message>
    <message>
        <location filename="../../ui/keys_of_masks.py" line="64"/>
        <source>Remove this corner</source>
        <translation>Bỏ góc này</translation>
    </message>
    <message>
        <location filename="../../ui/keys_of_masks.py" line="69"/>
        <source>Rectangle</source>
        <translation>Chữ nhật</translation>
    </message>
    <message>
        <location filename="../../ui/keys_of_masks.py" line="70"/>
        <source>Polygon</source>
        <translation>Đa giác</translation>
    </message>
    <message>
        <location filename="../../ui/keys_of_masks.py" line="71"/>
        <source>Next mask</source>
        <translation>Vùng che sau</translation>
    </message>
    <message>
        <location filename="../../ui/keys_of_masks.py" line="72"/>
        <source>Mask before</source>
        <translation>Vùng che trước</translation>
    </message>
    <message>
        <location filename="../../ui/keys_of_masks.py" line="73"/>
        <source>Remove the mask</source>
        <translation>Xoá vùng che</translation>
    </message>
    <message>
        <location filename="../../ui/keys_of_masks.py" line="76"/>
        <source>Hold its place at this time</source>
        <translation>Ghim vị trí ở lúc này</translation>
    </message>
    <message>
        <location filename="../../ui/keys_of_masks.py" line="81"/>
        <source>Forget its place at this time</source>
        <translation>Bỏ ghim ở lúc này</translation>
    </message>
    <message>
        <location filename="../../ui/keys_of_masks.py" line="83"/>
        <source>Stand still here</source>
        <translation>Đứng yên ở đây</translation>
    </message>
    <message>
        <location filename="../../ui/keys_of_masks.py" line="84"/>
        <source>Mask from here</source>
        <translation>Che từ lúc này</translation>
    </message>
    <message>
        <location filename="../../ui/keys_of_masks.py" line="85"/>
        <source>Mask to here</source>
        <translation>Che đến lúc này</translation>
    </message>
    <message>
        <location filename="../../ui/keys_of_masks.py" line="86"/>
        <source>Mask all the time</source>
        <translation>Che suốt đoạn</translation>
    </message>
    <message>
        <location filename="../../ui/keys_of_masks.py" line="91"/>
        <source>To its place before</source>
        <translation>Về vị trí ghim trước</translation>
    </message>
    <message>
        <location filename="../../ui/keys_of_masks.py" line="97"/>
        <source>To its next place</source>
        <translation>Tới vị trí ghim sau</translation>
    </message>
    <message>
        <location filename="../../ui/keys_of_masks.py" line="99"/>
        <source>Say why</source>
        <translation>Ghi vì sao che</translation>
    </message>
    <message>
        <location filename="../../ui/keys_of_masks.py" line="100"/>
        <source>Keep the masks</source>
        <translation>Lưu vùng che</translation>
    </message>
    <message>
        <location filename="../../ui/keys_of_masks.py" line="104"/>
        <source>Take this picture</source>
        <translation>Lấy hình này</translation>
    </message>
    <message>
        <location filename="../../ui/keys_of_masks.py" line="109"/>
        <source>Take all that are suggested</source>
        <translation>Lấy hết gợi ý</translation>
    </message>
    <message>
        <location filename="../../ui/keys_of_masks.py" line="111"/>
        <source>Leave it out</source>
        <translation>Bỏ ảnh này ra</translation>
    </message>
    <message>
        <location filename="../../ui/keys_of_masks.py" line="112"/>
        <source>Next picture</source>
        <translation>Ảnh sau</translation>
    </message>
    <message>
        <location filename="../../ui/keys_of_masks.py" line="114"/>
        <source>Picture before</source>
        <translation>Ảnh trước</translation>
    </message>
    <message>
        <location filename="../../ui/keys_of_masks.py" line="123"/>
        <source>Keep the choice</source>
        <translation>Lưu các ảnh đã chọn</translation>
    </message>
    <message>
        <location filename="../../ui/keys_of_review.py" line="60"/>
        <source>To where footage begins before</source>
        <translation>Về đầu đoạn ghi trước</translation>
    </message>
    <message>
        <location filename="../../ui/keys_of_review.py" line="66"/>
        <source>To where footage begins next</source>
        <translation>Tới đầu đoạn ghi sau</translation>
    </message>
    <message>
        <location filename="../../ui/keys_of_masks.py" line="25"/>
        <location filename="../../ui/keys_of_review.py" line="68"/>
        <source>Go to a time</source>
        <translation>Đến thời điểm</translation>
    </message>
    <message>
        <location filename="../../ui/keys_of_review.py" line="69"/>
        <source>Choose a day</source>
        <translation>Chọn ngày</translation>
    </message>
    <message>
        <location filename="../../ui/keys_of_review.py" line="70"/>
        <source>Mark in</source>
        <translation>Đánh dấu đầu</translation>
    </message>
    <message>
        <location filename="../../ui/keys_of_review.py" line="71"/>
        <source>Mark out</source>
        <translation>Đánh dấu cuối</translation>
    </message>
    <message>
        <location filename="../../ui/keys_of_review.py" line="72"/>
        <source>Repeat between the marks</source>
        <translation>Lặp giữa hai dấu</translation>
    </message>
    <message>
        <location filename="../../ui/keys_of_review.py" line="74"/>
        <source>Remove the marks</source>
        <translation>Bỏ hai dấu</translation>
    </message>
    <message>
        <location filename="../../ui/keys_of_review.py" line="76"/>
        <source>Keep this picture</source>
        <translation>Lưu ảnh này</translation>
    </message>
    <message>
        <location filename="../../ui/keys_of_review.py" line="81"/>
        <source>Sound of the chosen camera</source>
        <translation>Tiếng của camera đang chọn</translation>
    </message>
    <message>
        <location filename="../../ui/keys_of_review.py" line="98"/>
        <source>Back to live</source>
        <translation>Trực tiếp</translation>
    </message>
    <message>
        <location filename="../../ui/keys_of_review.py" line="134"/>
        <source>Enlarge the picture</source>
        <translation>Phóng to hình</translation>
    </message>
    <message>
        <location filename="../../ui/keys_of_review.py" line="137"/>
        <source>Make the picture smaller</source>
        <translation>Thu nhỏ hình</translation>
    </message>
    <message>
        <location filename="../../ui/keys_of_review.py" line="140"/>
        <source>The whole picture</source>
        <translation>Cả khung hình</translation>
    </message>
    <message>
        <location filename="../../ui/keys_of_review.py" line="146"/>
        <source>Move left in the picture</source>
        <translation>Dịch hình sang trái</translation>
    </message>
    <message>
        <location filename="../../ui/keys_of_review.py" line="152"/>
        <source>Move right in the picture</source>
        <translation>Dịch hình sang phải</translation>
    </message>
    <message>
        <location filename="../../ui/keys_of_review.py" line="158"/>
        <source>Move up in the picture</source>
        <translation>Dịch hình lên</translation>
    </message>
    <message>
        <location filename="../../ui/keys_of_review.py" line="164"/>
        <source>Move down in the picture</source>
        <translation>Dịch hình xuống</translation>
    </message>
    <message>
        <location filename="../../ui/keys_of_packages.py" line="11"/>
        <source>Exports</source>
        <translation>Gói đang xuất</translation>
    </message>
    <message>
        <location filename="../../ui/keys_of_packages.py" line="12"/>
        <source>Find a package</source>
        <translation>Tìm gói</translation>
    </message>
    <message>
        <location filename="../../ui/keys_of_packages.py" line="17"/>
        <source>Between the queue and the packages</source>
        <translation>Giữa hàng chờ và danh sách gói</translation>
    </message>
    <message>
        <location filename="../../ui/keys_of_packages.py" line="19"/>
        <source>Made</source>
        <translation>Đã lập</translation>
    </message>
    <message>
        <location filename="../../ui/keys_of_packages.py" line="20"/>
        <source>Not made</source>
        <translation>Chưa lập được</translation>
    </message>
    <message>
        <location filename="../../ui/keys_of_packages.py" line="21"/>
        <source>All packages</source>
        <translation>Tất cả các gói</translation>
    </message>
    <message>
        <location filename="../../ui/keys_of_packages.py" line="26"/>
        <source>Its request</source>
        <translation>Mở phiếu của gói</translation>
    </message>
    <message>
        <location filename="../../ui/keys_of_packages.py" line="28"/>
        <location filename="../../ui/keys_of_review.py" line="166"/>
        <source>Earlier</source>
        <translation>Sớm hơn</translation>
    </message>
    <message>
        <location filename="../../ui/keys_of_packages.py" line="29"/>
        <location filename="../../ui/keys_of_review.py" line="167"/>
        <source>Later</source>
        <translation>Muộn hơn</translation>
    </message>
    <message>
        <location filename="../../ui/keys_of_packages.py" line="30"/>
        <source>Cancel…</source>
        <translation>Huỷ…</translation>
    </message>
    <message>
        <location filename="../../ui/keys_of_packages.py" line="32"/>
        <source>Verify now</source>
        <translation>Kiểm tra ngay</translation>
    </message>
    <message>
        <location filename="../../ui/keys_of_packages.py" line="37"/>
        <source>Verify it elsewhere…</source>
        <translation>Kiểm tra nơi khác…</translation>
    </message>
    <message>
        <location filename="../../ui/keys_of_packages.py" line="39"/>
        <source>Copy to a medium…</source>
        <translation>Sao ra thiết bị…</translation>
    </message>
    <message>
        <location filename="../../ui/keys_of_packages.py" line="40"/>
        <source>Hand over…</source>
        <translation>Bàn giao…</translation>
    </message>
    <message>
        <location filename="../../ui/keys_of_packages.py" line="41"/>
        <source>Returned…</source>
        <translation>Nhận lại…</translation>
    </message>
    <message>
        <location filename="../../ui/keys_of_packages.py" line="42"/>
        <source>Destroyed…</source>
        <translation>Đã tiêu huỷ…</translation>
    </message>
    <message>
        <location filename="../../ui/keys_of_packages.py" line="43"/>
        <source>Receipt…</source>
        <translation>Biên nhận…</translation>
    </message>
    <message>
        <location filename="../../ui/keys_of_packages.py" line="44"/>
        <source>Open its folder</source>
        <translation>Mở thư mục</translation>
    </message>
    <message>
        <location filename="../../ui/keys_of_packages.py" line="45"/>
        <source>Erase the people…</source>
        <translation>Xoá tên người…</translation>
    </message>
    <message>
        <location filename="../../ui/keys_of_packages.py" line="52"/>
        <source>Onto this medium</source>
        <translation>Ghi vào thiết bị này</translation>
    </message>
    <message>
        <location filename="../../ui/keys_of_packages.py" line="56"/>
        <source>Into a folder…</source>
        <translation>Ghi vào thư mục…</translation>
    </message>
    <message>
        <location filename="../../ui/keys_of_packages.py" line="57"/>
        <source>Pictures…</source>
        <translation>Ảnh…</translation>
    </message>
    <message>
        <location filename="../../ui/keys_of_packages.py" line="58"/>
        <source>Masks…</source>
        <translation>Vùng che…</translation>
    </message>
    <message>
        <location filename="../../ui/keys_of_review.py" line="168"/>
        <source>The row above</source>
        <translation>Hàng trên</translation>
    </message>
    <message>
        <location filename="../../ui/keys_of_review.py" line="169"/>
        <source>The row below</source>
        <translation>Hàng dưới</translation>
    </message>
    <message>
        <location filename="../../ui/keys_of_review.py" line="174"/>
        <source>The stretch of time before</source>
        <translation>Khoảng thời gian trước</translation>
    </message>
    <message>
        <location filename="../../ui/keys_of_review.py" line="180"/>
        <source>The stretch of time after</source>
        <translation>Khoảng thời gian sau</translation>
    </message>
    <message>
        <location filename="../../ui/keys_of_review.py" line="186"/>
        <source>To the begin of what is in sight</source>
        <translation>Về đầu khoảng đang thấy</translation>
    </message>
    <message>
        <location filename="../../ui/keys_of_review.py" line="192"/>
        <source>To the newest footage</source>
        <translation>Tới đoạn ghi mới nhất</translation>
    </message>
    <message>
        <location filename="../../ui/keys_of_review.py" line="201"/>
        <source>A shorter stretch of time</source>
        <translation>Khoảng thời gian ngắn hơn</translation>
    </message>
    <message>
        <location filename="../../ui/keys_of_review.py" line="207"/>
        <source>A longer stretch of time</source>
        <translation>Khoảng thời gian dài hơn</translation>
    </message>
    <message>
        <location filename="../../ui/keys.py" line="37"/>
        <location filename="../../ui/keys_of_holds.py" line="16"/>
        <location filename="../../ui/keys_of_review.py" line="225"/>
        <source>Review</source>
        <translation>Xem lại</translation>
    </message>
    <message>
        <location filename="../../ui/keys.py" line="88"/>
        <source>Review the chosen camera</source>
        <translation>Xem lại camera đang chọn</translation>
    </message>
    <message>
        <location filename="../../ui/keys.py" line="93"/>
        <source>Review the cameras of this page</source>
        <translation>Xem lại các camera của trang này</translation>
    </message>
    <message>
        <location filename="../../ui/keys_of_review.py" line="221"/>
        <source>Open a file…</source>
        <translation>Mở tệp…</translation>
    </message>
    <message>
        <location filename="../../ui/keys_of_review.py" line="222"/>
        <source>Play</source>
        <translation>Xem</translation>
    </message>
    <message>
        <location filename="../../ui/keys_of_review.py" line="223"/>
        <source>Verify</source>
        <translation>Kiểm tra</translation>
    </message>
    <message>
        <location filename="../../ui/keys_of_review.py" line="224"/>
        <source>Find a file</source>
        <translation>Tìm tệp</translation>
    </message>
    <message>
        <location filename="../../ui/keys_of_review.py" line="227"/>
        <source>Slower</source>
        <translation>Chậm hơn</translation>
    </message>
    <message>
        <location filename="../../ui/keys_of_review.py" line="232"/>
        <source>Go to a place in the file</source>
        <translation>Đến một vị trí trong tệp</translation>
    </message>
    <message>
        <location filename="../../ui/keys_of_review.py" line="233"/>
        <source>Sound on or off</source>
        <translation>Bật hoặc tắt tiếng</translation>
    </message>
    <message>
        <location filename="../../ui/keys_of_review.py" line="234"/>
        <source>Picture alone and back</source>
        <translation>Phóng to hình và trở lại</translation>
    </message>
    <message>
        <location filename="../../ui/keys_of_packages.py" line="31"/>
        <location filename="../../ui/keys_of_review.py" line="235"/>
        <source>Try again</source>
        <translation>Thử lại</translation>
    </message>
    <message>
        <location filename="../../ui/keys_of_review.py" line="236"/>
        <source>Take it in…</source>
        <translation>Nhận vào…</translation>
    </message>
    <message>
        <location filename="../../ui/keys_of_review.py" line="237"/>
        <source>List of files</source>
        <translation>Danh sách tệp</translation>
    </message>
    <message>
        <location filename="../../ui/keys_of_case_list.py" line="37"/>
        <location filename="../../ui/keys_of_review.py" line="89"/>
        <source>Files from outside…</source>
        <translation>Mở tệp ngoài…</translation>
    </message>
    <message>
        <location filename="../../ui/keys_of_finding.py" line="9"/>
        <source>Changes in an area</source>
        <translation>Thay đổi trong một vùng</translation>
    </message>
    <message>
        <location filename="../../ui/keys_of_finding.py" line="10"/>
        <source>A strip of pictures</source>
        <translation>Dải hình</translation>
    </message>
    <message>
        <location filename="../../ui/keys_of_finding.py" line="11"/>
        <source>Search by halves</source>
        <translation>Tìm bằng cách chia đôi</translation>
    </message>
    <message>
        <location filename="../../ui/keys_of_finding.py" line="12"/>
        <source>Next moment of change</source>
        <translation>Lúc thay đổi sau</translation>
    </message>
    <message>
        <location filename="../../ui/keys_of_finding.py" line="17"/>
        <source>Moment of change before</source>
        <translation>Lúc thay đổi trước</translation>
    </message>
    <message>
        <location filename="../../ui/keys_of_finding.py" line="19"/>
        <source>Move the area left</source>
        <translation>Dời vùng sang trái</translation>
    </message>
    <message>
        <location filename="../../ui/keys_of_finding.py" line="20"/>
        <source>Move the area right</source>
        <translation>Dời vùng sang phải</translation>
    </message>
    <message>
        <location filename="../../ui/keys_of_finding.py" line="21"/>
        <source>Move the area up</source>
        <translation>Dời vùng lên</translation>
    </message>
    <message>
        <location filename="../../ui/keys_of_finding.py" line="22"/>
        <source>Move the area down</source>
        <translation>Dời vùng xuống</translation>
    </message>
    <message>
        <location filename="../../ui/keys_of_finding.py" line="24"/>
        <source>A narrower area</source>
        <translation>Thu hẹp vùng</translation>
    </message>
    <message>
        <location filename="../../ui/keys_of_finding.py" line="26"/>
        <source>A wider area</source>
        <translation>Mở rộng vùng</translation>
    </message>
    <message>
        <location filename="../../ui/keys_of_finding.py" line="27"/>
        <source>A lower area</source>
        <translation>Hạ thấp vùng</translation>
    </message>
    <message>
        <location filename="../../ui/keys_of_finding.py" line="28"/>
        <source>A higher area</source>
        <translation>Tăng chiều cao vùng</translation>
    </message>
    <message>
        <location filename="../../ui/keys_of_finding.py" line="33"/>
        <source>Search for changes in the area</source>
        <translation>Tìm thay đổi trong vùng</translation>
    </message>
    <message>
        <location filename="../../ui/keys_of_finding.py" line="35"/>
        <source>Stop the search</source>
        <translation>Dừng tìm</translation>
    </message>
    <message>
        <location filename="../../ui/keys_of_finding.py" line="36"/>
        <source>More pictures</source>
        <translation>Dày hơn</translation>
    </message>
    <message>
        <location filename="../../ui/keys_of_finding.py" line="37"/>
        <source>Fewer pictures</source>
        <translation>Thưa hơn</translation>
    </message>
    <message>
        <location filename="../../ui/keys_of_finding.py" line="39"/>
        <source>As many pictures as fit</source>
        <translation>Vừa khung</translation>
    </message>
    <message>
        <location filename="../../ui/keys_of_finding.py" line="41"/>
        <source>It is still there</source>
        <translation>Vật còn đó</translation>
    </message>
    <message>
        <location filename="../../ui/keys_of_finding.py" line="42"/>
        <source>It is gone</source>
        <translation>Vật không còn</translation>
    </message>
    <message>
        <location filename="../../ui/keys_of_finding.py" line="47"/>
        <source>Cannot tell: another picture</source>
        <translation>Không rõ: hỏi bằng hình khác</translation>
    </message>
    <message>
        <location filename="../../ui/keys_of_finding.py" line="53"/>
        <source>Take the answer back</source>
        <translation>Trả lời lại câu trước</translation>
    </message>
    <message>
        <location filename="../../ui/keys_of_finding.py" line="55"/>
        <source>Give the search up</source>
        <translation>Thôi tìm</translation>
    </message>
    <message>
        <location filename="../../ui/keys_of_review.py" line="83"/>
        <source>Louder</source>
        <translation>To tiếng hơn</translation>
    </message>
    <message>
        <location filename="../../ui/keys_of_review.py" line="84"/>
        <source>Softer</source>
        <translation>Nhỏ tiếng hơn</translation>
    </message>
    <message>
        <location filename="../../ui/keys_of_recording.py" line="39"/>
        <source>Leave free…</source>
        <translation>Đổi phần để trống…</translation>
    </message>
    <message>
        <location filename="../../ui/keys_of_recording.py" line="45"/>
        <source>Disk is lost…</source>
        <translation>Bỏ ổ đã mất…</translation>
    </message>
    <message>
        <location filename="../../ui/keys_of_review.py" line="95"/>
        <source>Hold what is between the marks</source>
        <translation>Lưu giữ đoạn giữa hai dấu</translation>
    </message>
    <message>
        <location filename="../../ui/keys_of_review.py" line="97"/>
        <source>Held footage…</source>
        <translation>Hình lưu giữ…</translation>
    </message>
    <message>
        <location filename="../../ui/keys_of_holds.py" line="9"/>
        <source>Hold footage…</source>
        <translation>Lưu giữ hình…</translation>
    </message>
    <message>
        <location filename="../../ui/keys_of_holds.py" line="10"/>
        <source>Prolong…</source>
        <translation>Kéo dài…</translation>
    </message>
    <message>
        <location filename="../../ui/keys_of_holds.py" line="11"/>
        <source>Release…</source>
        <translation>Thôi lưu giữ…</translation>
    </message>
    <message>
        <location filename="../../ui/keys_of_holds.py" line="12"/>
        <location filename="../../ui/keys_of_holds.py" line="33"/>
        <source>Watch it</source>
        <translation>Xem lại hình</translation>
    </message>
    <message>
        <location filename="../../ui/keys_of_holds.py" line="15"/>
        <source>Find a hold</source>
        <translation>Tìm lệnh lưu giữ</translation>
    </message>
    <message>
        <location filename="../../ui/keys_of_recording.py" line="13"/>
        <source>Change what is recorded…</source>
        <translation>Sửa quy tắc ghi hình…</translation>
    </message>
    <message>
        <location filename="../../ui/keys_of_recording.py" line="19"/>
        <source>The PC&apos;s date is right…</source>
        <translation>Ngày giờ của máy đúng…</translation>
    </message>
    <message>
        <location filename="../../ui/keys_of_recording.py" line="21"/>
        <source>Add a footage folder…</source>
        <translation>Thêm ổ lưu hình…</translation>
    </message>
    <message>
        <location filename="../../ui/keys_of_recording.py" line="26"/>
        <source>Write to this folder first</source>
        <translation>Ghi vào ổ này trước</translation>
    </message>
    <message>
        <location filename="../../ui/keys_of_recording.py" line="32"/>
        <source>Write nothing new to this folder, or write again</source>
        <translation>Ngừng ghi mới vào ổ này, hoặc ghi lại</translation>
    </message>
    <message>
        <location filename="../../ui/keys_of_recording.py" line="34"/>
        <source>Forget this folder</source>
        <translation>Bỏ ổ này khỏi danh sách</translation>
    </message>
    <message>
        <location filename="../../ui/keys_of_marks.py" line="9"/>
        <location filename="../../ui/keys_of_marks.py" line="24"/>
        <source>Bookmark this moment</source>
        <translation>Đánh dấu thời điểm này</translation>
    </message>
    <message>
        <location filename="../../ui/keys_of_marks.py" line="14"/>
        <location filename="../../ui/keys_of_marks.py" line="29"/>
        <source>Bookmark this moment and describe it</source>
        <translation>Đánh dấu và ghi chú ngay</translation>
    </message>
    <message>
        <location filename="../../ui/keys_of_marks.py" line="20"/>
        <location filename="../../ui/keys_of_marks.py" line="35"/>
        <source>Bookmark all cameras of the team</source>
        <translation>Đánh dấu mọi camera của tổ</translation>
    </message>
    <message>
        <location filename="../../ui/keys_of_marks.py" line="22"/>
        <location filename="../../ui/keys_of_marks.py" line="41"/>
        <source>Take the bookmark back</source>
        <translation>Bỏ dấu mốc vừa đặt</translation>
    </message>
    <message>
        <location filename="../../ui/keys_of_marks.py" line="23"/>
        <source>Bookmarks to describe</source>
        <translation>Dấu mốc cần mô tả</translation>
    </message>
    <message>
        <location filename="../../ui/keys_of_marks.py" line="67"/>
        <source>Back to the wall</source>
        <translation>Về tường camera</translation>
    </message>
    <message>
        <location filename="../../ui/keys_of_marks.py" line="72"/>
        <source>Choose the category</source>
        <translation>Chọn loại vụ việc</translation>
    </message>
    <message>
        <location filename="../../ui/keys_of_marks.py" line="74"/>
        <source>Write the note</source>
        <translation>Viết ghi chú</translation>
    </message>
    <message>
        <location filename="../../ui/keys_of_people.py" line="9"/>
        <source>Who answers for this cluster…</source>
        <translation>Ai phụ trách cụm này…</translation>
    </message>
    <message>
        <location filename="../../ui/keys_of_people.py" line="10"/>
        <source>Reached</source>
        <translation>Nghe máy</translation>
    </message>
    <message>
        <location filename="../../ui/keys_of_people.py" line="11"/>
        <source>No answer</source>
        <translation>Không nghe máy</translation>
    </message>
    <message>
        <location filename="../../ui/keys_of_people.py" line="12"/>
        <source>On the way</source>
        <translation>Đang đến</translation>
    </message>
    <message>
        <location filename="../../ui/keys_of_people.py" line="13"/>
        <source>Arrived</source>
        <translation>Đã đến</translation>
    </message>
    <message>
        <location filename="../../ui/keys_of_people.py" line="18"/>
        <source>Log what usually comes next</source>
        <translation>Ghi kết quả thường tiếp theo</translation>
    </message>
    <message>
        <location filename="../../ui/keys_of_people.py" line="20"/>
        <source>Copy the number</source>
        <translation>Chép số điện thoại</translation>
    </message>
    <message>
        <location filename="../../ui/keys_of_people.py" line="21"/>
        <source>Members of the teams</source>
        <translation>Tổ viên</translation>
    </message>
    <message>
        <location filename="../../ui/keys_of_people.py" line="22"/>
        <source>Add a member</source>
        <translation>Thêm tổ viên</translation>
    </message>
    <message>
        <location filename="../../ui/keys_of_people.py" line="24"/>
        <source>Retire</source>
        <translation>Cho nghỉ</translation>
    </message>
    <message>
        <location filename="../../ui/keys_of_people.py" line="26"/>
        <source>Team of a cluster…</source>
        <translation>Tổ phụ trách cụm…</translation>
    </message>
    <message>
        <location filename="../../ui/keys_of_people.py" line="27"/>
        <source>Find a member</source>
        <translation>Tìm tổ viên</translation>
    </message>
    <message>
        <location filename="../../ui/keys_of_cases.py" line="10"/>
        <source>Cases</source>
        <translation>Vụ việc</translation>
    </message>
    <message>
        <location filename="../../ui/keys_of_cases.py" line="11"/>
        <source>Find anything</source>
        <translation>Tìm mọi thứ</translation>
    </message>
    <message>
        <location filename="../../ui/keys_of_cases.py" line="12"/>
        <source>Inbox</source>
        <translation>Hộp việc</translation>
    </message>
    <message>
        <location filename="../../ui/keys_of_cases.py" line="13"/>
        <source>This morning</source>
        <translation>Sáng nay</translation>
    </message>
    <message>
        <location filename="../../ui/keys_of_cases.py" line="14"/>
        <source>All cases</source>
        <translation>Mọi vụ việc</translation>
    </message>
    <message>
        <location filename="../../ui/keys_of_cases.py" line="15"/>
        <source>Search</source>
        <translation>Tìm kiếm</translation>
    </message>
    <message>
        <location filename="../../ui/keys_of_cases.py" line="16"/>
        <source>Save</source>
        <translation>Lưu</translation>
    </message>
    <message>
        <location filename="../../ui/keys_of_cases.py" line="21"/>
        <source>Submit, or approve</source>
        <translation>Trình duyệt, hoặc duyệt</translation>
    </message>
    <message>
        <location filename="../../ui/keys_of_cases.py" line="27"/>
        <source>Return with a reason…</source>
        <translation>Trả lại kèm lý do…</translation>
    </message>
    <message>
        <location filename="../../ui/keys_of_cases.py" line="33"/>
        <source>Close the incident</source>
        <translation>Đóng vụ việc</translation>
    </message>
    <message>
        <location filename="../../ui/keys_of_cases.py" line="39"/>
        <source>Reopen with a reason…</source>
        <translation>Mở lại kèm lý do…</translation>
    </message>
    <message>
        <location filename="../../ui/keys_of_cases.py" line="45"/>
        <source>Show persons and vehicles</source>
        <translation>Hiện người và phương tiện</translation>
    </message>
    <message>
        <location filename="../../ui/keys_of_cases.py" line="47"/>
        <location filename="../../ui/keys_of_evidence.py" line="70"/>
        <source>Keep mine</source>
        <translation>Giữ của tôi</translation>
    </message>
    <message>
        <location filename="../../ui/keys_of_cases.py" line="52"/>
        <location filename="../../ui/keys_of_evidence.py" line="75"/>
        <source>Take theirs</source>
        <translation>Lấy của họ</translation>
    </message>
    <message>
        <location filename="../../ui/keys_of_cases.py" line="58"/>
        <source>Between the text and the parts beside it</source>
        <translation>Chuyển giữa phần chữ và các phần bên cạnh</translation>
    </message>
    <message>
        <location filename="../../ui/keys_of_cases.py" line="64"/>
        <source>Next part of the incident</source>
        <translation>Phần sau của vụ việc</translation>
    </message>
    <message>
        <location filename="../../ui/keys_of_cases.py" line="70"/>
        <source>Previous part of the incident</source>
        <translation>Phần trước của vụ việc</translation>
    </message>
    <message>
        <location filename="../../ui/keys_of_case_list.py" line="9"/>
        <source>New case…</source>
        <translation>Vụ việc mới…</translation>
    </message>
    <message>
        <location filename="../../ui/keys_of_case_list.py" line="11"/>
        <source>Find a case</source>
        <translation>Tìm vụ việc</translation>
    </message>
    <message>
        <location filename="../../ui/keys_of_case_list.py" line="12"/>
        <source>Assigned to me</source>
        <translation>Giao cho tôi</translation>
    </message>
    <message>
        <location filename="../../ui/keys_of_case_list.py" line="13"/>
        <location filename="../../ui/keys_of_evidence.py" line="14"/>
        <location filename="../../ui/keys_of_packages.py" line="46"/>
        <source>Copy as text</source>
        <translation>Chép dạng chữ</translation>
    </message>
    <message>
        <location filename="../../ui/keys_of_case_list.py" line="14"/>
        <source>What came of them…</source>
        <translation>Kết quả…</translation>
    </message>
    <message>
        <location filename="../../ui/keys_of_case_list.py" line="19"/>
        <source>Into the cases of this kind</source>
        <translation>Vào các vụ việc của loại này</translation>
    </message>
    <message>
        <location filename="../../ui/keys_of_case_list.py" line="26"/>
        <source>Play it</source>
        <translation>Phát</translation>
    </message>
    <message>
        <location filename="../../ui/keys_of_case_list.py" line="27"/>
        <source>Add bookmarks…</source>
        <translation>Thêm…</translation>
    </message>
    <message>
        <location filename="../../ui/keys_of_case_list.py" line="28"/>
        <source>Mend its words…</source>
        <translation>Sửa lời…</translation>
    </message>
    <message>
        <location filename="../../ui/keys_of_case_list.py" line="29"/>
        <location filename="../../ui/keys_of_evidence.py" line="49"/>
        <source>Take it out</source>
        <translation>Lấy ra</translation>
    </message>
    <message>
        <location filename="../../ui/keys_of_case_list.py" line="30"/>
        <source>Add a line…</source>
        <translation>Thêm dòng…</translation>
    </message>
    <message>
        <location filename="../../ui/keys_of_case_list.py" line="31"/>
        <source>Strike it…</source>
        <translation>Gạch…</translation>
    </message>
    <message>
        <location filename="../../ui/keys_of_case_list.py" line="32"/>
        <source>Attach a file…</source>
        <translation>Đính kèm…</translation>
    </message>
    <message>
        <location filename="../../ui/keys_of_case_list.py" line="43"/>
        <location filename="../../ui/keys_of_evidence.py" line="46"/>
        <source>Look at a copy</source>
        <translation>Xem</translation>
    </message>
    <message>
        <location filename="../../ui/keys_of_case_list.py" line="45"/>
        <location filename="../../ui/keys_of_evidence.py" line="48"/>
        <source>Save a copy…</source>
        <translation>Lưu bản sao…</translation>
    </message>
    <message>
        <location filename="../../ui/keys_of_case_list.py" line="46"/>
        <source>Link a case…</source>
        <translation>Liên kết…</translation>
    </message>
    <message>
        <location filename="../../ui/keys_of_case_list.py" line="48"/>
        <source>Unlink it</source>
        <translation>Bỏ liên kết</translation>
    </message>
    <message>
        <location filename="../../ui/keys_of_case_list.py" line="51"/>
        <source>Make a case of it…</source>
        <translation>Lập vụ việc…</translation>
    </message>
    <message>
        <location filename="../../ui/keys_of_case_list.py" line="52"/>
        <source>Add it to a case…</source>
        <translation>Thêm vào vụ việc…</translation>
    </message>
    <message>
        <location filename="../../ui/keys_of_evidence.py" line="9"/>
        <source>Evidence</source>
        <translation>Chứng cứ</translation>
    </message>
    <message>
        <location filename="../../ui/keys_of_evidence.py" line="10"/>
        <source>Requests</source>
        <translation>Phiếu yêu cầu</translation>
    </message>
    <message>
        <location filename="../../ui/keys_of_evidence.py" line="11"/>
        <source>Packages</source>
        <translation>Gói chứng cứ</translation>
    </message>
    <message>
        <location filename="../../ui/keys_of_evidence.py" line="12"/>
        <source>New request</source>
        <translation>Lập phiếu mới</translation>
    </message>
    <message>
        <location filename="../../ui/keys_of_evidence.py" line="13"/>
        <source>Find a request</source>
        <translation>Tìm phiếu</translation>
    </message>
    <message>
        <location filename="../../ui/keys_of_evidence.py" line="15"/>
        <source>All requests</source>
        <translation>Mọi phiếu</translation>
    </message>
    <message>
        <location filename="../../ui/keys_of_evidence.py" line="17"/>
        <source>Only those that wait</source>
        <translation>Chỉ phiếu chờ duyệt</translation>
    </message>
    <message>
        <location filename="../../ui/keys_of_evidence.py" line="21"/>
        <source>Only those to export</source>
        <translation>Chỉ phiếu cần trích xuất</translation>
    </message>
    <message>
        <location filename="../../ui/keys_of_evidence.py" line="23"/>
        <source>Only those over</source>
        <translation>Chỉ phiếu đã xong</translation>
    </message>
    <message>
        <location filename="../../ui/keys_of_evidence.py" line="24"/>
        <source>Change the draft</source>
        <translation>Sửa bản nháp</translation>
    </message>
    <message>
        <location filename="../../ui/keys_of_evidence.py" line="29"/>
        <location filename="../../ui/keys_of_evidence.py" line="55"/>
        <source>Hand in</source>
        <translation>Trình duyệt</translation>
    </message>
    <message>
        <location filename="../../ui/keys_of_evidence.py" line="31"/>
        <location filename="../../ui/keys_of_inbox.py" line="9"/>
        <source>Approve</source>
        <translation>Duyệt</translation>
    </message>
    <message>
        <location filename="../../ui/keys_of_evidence.py" line="32"/>
        <location filename="../../ui/keys_of_inbox.py" line="11"/>
        <source>Approve a part…</source>
        <translation>Duyệt một phần…</translation>
    </message>
    <message>
        <location filename="../../ui/keys_of_evidence.py" line="33"/>
        <source>Refuse…</source>
        <translation>Từ chối…</translation>
    </message>
    <message>
        <location filename="../../ui/keys_of_evidence.py" line="34"/>
        <source>Export…</source>
        <translation>Trích xuất…</translation>
    </message>
    <message>
        <location filename="../../ui/keys_of_evidence.py" line="35"/>
        <source>Watch the footage</source>
        <translation>Xem hình</translation>
    </message>
    <message>
        <location filename="../../ui/keys_of_evidence.py" line="36"/>
        <source>Its case</source>
        <translation>Vụ việc</translation>
    </message>
    <message>
        <location filename="../../ui/keys_of_evidence.py" line="37"/>
        <source>Add a scanned paper…</source>
        <translation>Thêm bản quét…</translation>
    </message>
    <message>
        <location filename="../../ui/keys_of_evidence.py" line="38"/>
        <source>Withdraw…</source>
        <translation>Rút phiếu…</translation>
    </message>
    <message>
        <location filename="../../ui/keys_of_evidence.py" line="43"/>
        <source>Erase its persons…</source>
        <translation>Xoá tên người…</translation>
    </message>
    <message>
        <location filename="../../ui/keys_of_evidence.py" line="50"/>
        <source>Keep the draft</source>
        <translation>Lưu bản nháp</translation>
    </message>
    <message>
        <location filename="../../ui/keys_of_evidence.py" line="58"/>
        <source>One more camera</source>
        <translation>Thêm camera</translation>
    </message>
    <message>
        <location filename="../../ui/keys_of_evidence.py" line="64"/>
        <source>Take this camera out</source>
        <translation>Bỏ camera này</translation>
    </message>
    <message>
        <location filename="../../ui/keys_of_evidence.py" line="66"/>
        <source>Legal bases</source>
        <translation>Mẫu căn cứ pháp lý</translation>
    </message>
    <message>
        <location filename="../../ui/keys_of_evidence.py" line="68"/>
        <source>Choose the case…</source>
        <translation>Chọn vụ việc…</translation>
    </message>
    <message>
        <location filename="../../ui/keys_of_evidence.py" line="81"/>
        <source>Request what is between the marks</source>
        <translation>Lập phiếu trích xuất đoạn đã đánh dấu</translation>
    </message>
    <message>
        <location filename="../../ui/keys_of_evidence.py" line="87"/>
        <source>Request its footage</source>
        <translation>Phiếu trích xuất</translation>
    </message>
    <message>
        <location filename="../../ui/keys_of_inbox.py" line="10"/>
        <source>Return…</source>
        <translation>Trả lại…</translation>
    </message>
    <message>
        <location filename="../../ui/keys_of_inbox.py" line="12"/>
        <source>Assign…</source>
        <translation>Giao việc…</translation>
    </message>
    <message>
        <location filename="../../ui/keys_of_inbox.py" line="13"/>
        <source>Close</source>
        <translation>Đóng</translation>
    </message>
    <message>
        <location filename="../../ui/keys_of_inbox.py" line="15"/>
        <source>All that waits</source>
        <translation>Mọi việc đang chờ</translation>
    </message>
    <message>
        <location filename="../../ui/keys_of_inbox.py" line="16"/>
        <source>Only those to approve</source>
        <translation>Chỉ vụ chờ duyệt</translation>
    </message>
    <message>
        <location filename="../../ui/keys_of_inbox.py" line="21"/>
        <source>Only those to mend</source>
        <translation>Chỉ vụ chờ bổ sung</translation>
    </message>
    <message>
        <location filename="../../ui/keys_of_evidence.py" line="19"/>
        <location filename="../../ui/keys_of_inbox.py" line="23"/>
        <source>Only drafts</source>
        <translation>Chỉ bản nháp</translation>
    </message>
    <message>
        <location filename="../../ui/keys_of_inbox.py" line="24"/>
        <source>Only bookmarks</source>
        <translation>Chỉ dấu mốc</translation>
    </message>
    <message>
        <location filename="../../ui/keys_of_inbox.py" line="25"/>
        <source>Only holds</source>
        <translation>Chỉ lệnh lưu giữ</translation>
    </message>
    <message>
        <location filename="../../ui/keys_of_inbox.py" line="26"/>
        <source>Only requests</source>
        <translation>Chỉ phiếu trích xuất</translation>
    </message>
    <message>
        <location filename="../../ui/keys_of_inbox.py" line="28"/>
        <source>Moment before</source>
        <translation>Dấu mốc trước</translation>
    </message>
    <message>
        <location filename="../../ui/keys_of_inbox.py" line="29"/>
        <source>Next moment</source>
        <translation>Dấu mốc sau</translation>
    </message>
    <message>
        <location filename="../../ui/keys_of_inbox.py" line="30"/>
        <source>Open in Review</source>
        <translation>Mở ở Xem lại</translation>
    </message>
    <message>
        <location filename="../../ui/keys_of_inbox.py" line="32"/>
        <source>Outage before</source>
        <translation>Lần mất hình trước</translation>
    </message>
    <message>
        <location filename="../../ui/keys_of_inbox.py" line="33"/>
        <source>Next outage</source>
        <translation>Lần mất hình sau</translation>
    </message>
    <message>
        <location filename="../../ui/keys_of_inbox.py" line="34"/>
        <source>Read again</source>
        <translation>Đọc lại</translation>
    </message>
    <message>
        <location filename="../../ui/keys_of_holds.py" line="13"/>
        <location filename="../../ui/keys_of_holds.py" line="35"/>
        <source>What it kept…</source>
        <translation>Đã giữ những gì…</translation>
    </message>
    <message>
        <location filename="../../ui/keys_of_holds.py" line="14"/>
        <source>Its case…</source>
        <translation>Vụ việc của nó…</translation>
    </message>
    <message>
        <location filename="../../ui/keys_of_holds.py" line="21"/>
        <source>Hold it for longer…</source>
        <translation>Lưu giữ lâu hơn…</translation>
    </message>
    <message>
        <location filename="../../ui/keys_of_holds.py" line="27"/>
        <source>Release all of it…</source>
        <translation>Thôi lưu giữ tất cả…</translation>
    </message>
    <message>
        <location filename="../../ui/keys_of_vocabulary.py" line="13"/>
        <source>Categories of incidents…</source>
        <translation>Loại vụ việc…</translation>
    </message>
    <message>
        <location filename="../../ui/keys_of_vocabulary.py" line="19"/>
        <source>Phrases and places…</source>
        <translation>Câu mẫu và địa danh…</translation>
    </message>
    <message>
        <location filename="../../ui/keys_of_vocabulary.py" line="25"/>
        <source>New category…</source>
        <translation>Thêm loại…</translation>
    </message>
    <message>
        <location filename="../../ui/keys_of_vocabulary.py" line="27"/>
        <location filename="../../ui/keys_of_vocabulary.py" line="43"/>
        <source>Change…</source>
        <translation>Sửa…</translation>
    </message>
    <message>
        <location filename="../../ui/keys_of_vocabulary.py" line="32"/>
        <source>Use it no more, or again</source>
        <translation>Thôi dùng hoặc dùng lại</translation>
    </message>
    <message>
        <location filename="../../ui/keys_of_vocabulary.py" line="34"/>
        <source>Further up</source>
        <translation>Lên trên</translation>
    </message>
    <message>
        <location filename="../../ui/keys_of_vocabulary.py" line="36"/>
        <source>Further down</source>
        <translation>Xuống dưới</translation>
    </message>
    <message>
        <location filename="../../ui/keys_of_vocabulary.py" line="39"/>
        <source>Find a category</source>
        <translation>Tìm loại vụ việc</translation>
    </message>
    <message>
        <location filename="../../ui/keys_of_vocabulary.py" line="42"/>
        <source>New phrase…</source>
        <translation>Thêm câu mẫu…</translation>
    </message>
    <message>
        <location filename="../../ui/keys_of_search.py" line="19"/>
        <location filename="../../ui/keys_of_vocabulary.py" line="45"/>
        <source>Bring it back</source>
        <translation>Lấy lại</translation>
    </message>
    <message>
        <location filename="../../ui/keys_of_vocabulary.py" line="46"/>
        <source>Import a list…</source>
        <translation>Nhập danh sách…</translation>
    </message>
    <message>
        <location filename="../../ui/keys_of_vocabulary.py" line="47"/>
        <source>Export the list…</source>
        <translation>Xuất danh sách…</translation>
    </message>
    <message>
        <location filename="../../ui/keys_of_vocabulary.py" line="48"/>
        <source>Try a code</source>
        <translation>Gõ thử mã tắt</translation>
    </message>
    <message>
        <location filename="../../ui/keys_of_vocabulary.py" line="49"/>
        <source>Find a phrase</source>
        <translation>Tìm câu mẫu</translation>
    </message>
    <message>
        <location filename="../../ui/keys_of_vocabulary.py" line="55"/>
        <source>Choose the ward plan…</source>
        <translation>Chọn sơ đồ phường…</translation>
    </message>
    <message>
        <location filename="../../ui/keys_of_vocabulary.py" line="57"/>
        <source>No spot</source>
        <translation>Bỏ vị trí</translation>
    </message>
    <message>
        <location filename="../../ui/keys_of_vocabulary.py" line="58"/>
        <source>Closer</source>
        <translation>Phóng to</translation>
    </message>
    <message>
        <location filename="../../ui/keys_of_vocabulary.py" line="59"/>
        <source>Further</source>
        <translation>Thu nhỏ</translation>
    </message>
    <message>
        <location filename="../../ui/keys_of_vocabulary.py" line="60"/>
        <source>The whole plan</source>
        <translation>Cả sơ đồ</translation>
    </message>
    <message>
        <location filename="../../ui/keys_of_search.py" line="9"/>
        <source>What to look for</source>
        <translation>Nội dung cần tìm</translation>
    </message>
    <message>
        <location filename="../../ui/keys_of_search.py" line="10"/>
        <source>Narrow down</source>
        <translation>Thu hẹp</translation>
    </message>
    <message>
        <location filename="../../ui/keys_of_search.py" line="11"/>
        <source>Search again</source>
        <translation>Tìm lại</translation>
    </message>
    <message>
        <location filename="../../ui/keys_of_search.py" line="12"/>
        <source>Save this search…</source>
        <translation>Lưu nội dung tìm…</translation>
    </message>
    <message>
        <location filename="../../ui/keys_of_search.py" line="14"/>
        <source>Play its footage</source>
        <translation>Phát hình</translation>
    </message>
    <message>
        <location filename="../../ui/keys_of_search.py" line="15"/>
        <source>Add to a case…</source>
        <translation>Đưa vào vụ việc…</translation>
    </message>
    <message>
        <location filename="../../ui/keys_of_search.py" line="16"/>
        <source>Without this</source>
        <translation>Bỏ phần này</translation>
    </message>
    <message>
        <location filename="../../ui/keys_of_search.py" line="17"/>
        <source>Rename…</source>
        <translation>Đổi tên…</translation>
    </message>
    <message>
        <location filename="../../ui/keys_of_search.py" line="18"/>
        <source>Remove this search</source>
        <translation>Xoá nội dung tìm này</translation>
    </message>
    <message>
        <location filename="../../ui/keys_of_marks.py" line="47"/>
        <source>To the bookmark before</source>
        <translation>Về dấu mốc trước</translation>
    </message>
    <message>
        <location filename="../../ui/keys_of_marks.py" line="53"/>
        <source>To the next bookmark</source>
        <translation>Đến dấu mốc sau</translation>
    </message>
    <message>
        <location filename="../../ui/keys_of_marks.py" line="59"/>
        <source>Picture of this bookmark…</source>
        <translation>Ảnh của dấu mốc này…</translation>
    </message>
    <message>
        <location filename="../../ui/keys_of_marks.py" line="65"/>
        <source>Draw on the picture…</source>
        <translation>Vẽ lên ảnh…</translation>
    </message>
    <message>
        <location filename="../../ui/keys_of_drawing.py" line="9"/>
        <source>Box</source>
        <translation>Khung</translation>
    </message>
    <message>
        <location filename="../../ui/keys_of_drawing.py" line="10"/>
        <source>Arrow</source>
        <translation>Mũi tên</translation>
    </message>
    <message>
        <location filename="../../ui/keys_of_drawing.py" line="11"/>
        <source>Black out</source>
        <translation>Che đen</translation>
    </message>
    <message>
        <location filename="../../ui/keys_of_drawing.py" line="16"/>
        <location filename="../../ui/keys_of_masks.py" line="44"/>
        <source>Put one in the middle</source>
        <translation>Đặt một hình vào giữa</translation>
    </message>
    <message>
        <location filename="../../ui/keys_of_drawing.py" line="18"/>
        <source>Next figure</source>
        <translation>Hình sau</translation>
    </message>
    <message>
        <location filename="../../ui/keys_of_drawing.py" line="19"/>
        <source>Figure before</source>
        <translation>Hình trước</translation>
    </message>
    <message>
        <location filename="../../ui/keys_of_drawing.py" line="20"/>
        <location filename="../../ui/keys_of_masks.py" line="46"/>
        <source>Move left</source>
        <translation>Dời sang trái</translation>
    </message>
    <message>
        <location filename="../../ui/keys_of_drawing.py" line="21"/>
        <location filename="../../ui/keys_of_masks.py" line="47"/>
        <source>Move right</source>
        <translation>Dời sang phải</translation>
    </message>
    <message>
        <location filename="../../ui/keys_of_drawing.py" line="22"/>
        <location filename="../../ui/keys_of_masks.py" line="48"/>
        <source>Move up</source>
        <translation>Dời lên</translation>
    </message>
    <message>
        <location filename="../../ui/keys_of_drawing.py" line="23"/>
        <location filename="../../ui/keys_of_masks.py" line="49"/>
        <source>Move down</source>
        <translation>Dời xuống</translation>
    </message>
    <message>
        <location filename="../../ui/keys_of_drawing.py" line="24"/>
        <location filename="../../ui/keys_of_masks.py" line="51"/>
        <source>Narrower</source>
        <translation>Hẹp lại</translation>
    </message>
    <message>
        <location filename="../../ui/keys_of_drawing.py" line="25"/>
        <location filename="../../ui/keys_of_masks.py" line="53"/>
        <source>Wider</source>
        <translation>Rộng ra</translation>
    </message>
    <message>
        <location filename="../../ui/keys_of_drawing.py" line="26"/>
        <location filename="../../ui/keys_of_masks.py" line="54"/>
        <source>Lower</source>
        <translation>Thấp lại</translation>
    </message>
    <message>
        <location filename="../../ui/keys_of_drawing.py" line="27"/>
        <location filename="../../ui/keys_of_masks.py" line="55"/>
        <source>Higher</source>
        <translation>Cao lên</translation>
    </message>
    <message>
        <location filename="../../ui/keys_of_drawing.py" line="28"/>
        <source>Remove it</source>
        <translation>Xoá hình</translation>
    </message>
    <message>
        <location filename="../../ui/keys_of_drawing.py" line="29"/>
        <location filename="../../ui/keys_of_masks.py" line="74"/>
        <location filename="../../ui/keys_of_masks.py" line="116"/>
        <source>Undo</source>
        <translation>Hoàn tác</translation>
    </message>
    <message>
        <location filename="../../ui/keys_of_drawing.py" line="30"/>
        <location filename="../../ui/keys_of_masks.py" line="75"/>
        <location filename="../../ui/keys_of_masks.py" line="121"/>
        <source>Redo</source>
        <translation>Làm lại</translation>
    </message>
    <message>
        <location filename="../../ui/keys_of_drawing.py" line="35"/>
        <source>Picture of the next camera</source>
        <translation>Ảnh của camera sau</translation>
    </message>
    <message>
        <location filename="../../ui/keys_of_drawing.py" line="41"/>
        <source>Picture of the camera before</source>
        <translation>Ảnh của camera trước</translation>
    </message>
    <message>
        <location filename="../../ui/keys_of_drawing.py" line="43"/>
        <source>Keep the drawing</source>
        <translation>Lưu hình vẽ</translation>
    </message>
</context>
<context>
    <name>masks</name>
    <message>
        <location filename="../../ui/evidence/mask_words.py" line="17"/>
        <source>{n}  Rectangle</source>
        <translation>{n}  Chữ nhật</translation>
    </message>
    <message>
        <location filename="../../ui/evidence/mask_words.py" line="19"/>
        <source>{n}  Polygon</source>
        <translation>{n}  Đa giác</translation>
    </message>
    <message>
        <location filename="../../ui/evidence/mask_words.py" line="20"/>
        <source>{place} · {time}</source>
        <translation>{place} · {time}</translation>
    </message>
    <message>
        <location filename="../../ui/evidence/mask_words.py" line="32"/>
        <source>Click every corner; Enter or a click on the first one closes it, Esc lets it go.</source>
        <translation>Nhấp từng góc; Enter hoặc nhấp lại góc đầu để khép kín, Esc để bỏ.</translation>
    </message>
    <message>
        <location filename="../../ui/evidence/mask_words.py" line="39"/>
        <source>There are {most} masks: no more fit.</source>
        <translation>Đã có {most} vùng che: không thêm được nữa.</translation>
    </message>
    <message>
        <location filename="../../ui/evidence/mask_words.py" line="42"/>
        <source>Drag on the picture, or Enter puts a mask in the middle. In the viewing copy it is black; the native copy stays as it is.</source>
        <translation>Kéo chuột trên hình, hoặc Enter đặt một vùng che ở giữa. Bản xem bị bôi đen chỗ đó; bản gốc vẫn y nguyên.</translation>
    </message>
    <message>
        <location filename="../../ui/evidence/mask_words.py" line="48"/>
        <source>Corner {n} of {all}: arrows move it, C is the next one, Esc the whole mask.</source>
        <translation>Góc {n} trên {all}: mũi tên để dời, C sang góc kế tiếp, Esc về cả vùng.</translation>
    </message>
    <message>
        <location filename="../../ui/evidence/mask_words.py" line="52"/>
        <source>It moves straight from place to place, {count} of them. M makes it stand still here, Shift+K forgets its place at this time.</source>
        <translation>Vùng này đi thẳng qua {count} vị trí đã ghim. M: đứng yên ở đây suốt đoạn. Shift+K: bỏ ghim ở lúc này.</translation>
    </message>
    <message>
        <location filename="../../ui/evidence/mask_words.py" line="57"/>
        <source>Arrows move it, Shift+arrows size it, C takes its corners. Moved at another time it goes there meanwhile.</source>
        <translation>Mũi tên để dời, Shift+mũi tên đổi cỡ, C chọn từng góc. Sang lúc khác rồi dời thì vùng che đi theo.</translation>
    </message>
    <message>
        <location filename="../../ui/evidence/mask_words.py" line="66"/>
        <source>stands still</source>
        <translation>đứng yên</translation>
    </message>
    <message>
        <location filename="../../ui/evidence/mask_words.py" line="67"/>
        <source>moves, {count} places</source>
        <translation>di chuyển, {count} vị trí</translation>
    </message>
    <message>
        <location filename="../../ui/evidence/mask_words.py" line="74"/>
        <source>{start} to {end}</source>
        <translation>{start} đến {end}</translation>
    </message>
    <message>
        <location filename="../../ui/evidence/mask_words.py" line="76"/>
        <source>from {start}</source>
        <translation>từ {start}</translation>
    </message>
    <message>
        <location filename="../../ui/evidence/mask_words.py" line="78"/>
        <source>to {end}</source>
        <translation>đến {end}</translation>
    </message>
    <message>
        <location filename="../../ui/evidence/mask_words.py" line="79"/>
        <source>all the time</source>
        <translation>suốt đoạn</translation>
    </message>
</context>
<context>
    <name>messages</name>
    <message>
        <location filename="../../ui/stream_words.py" line="9"/>
        <source>Connecting</source>
        <translation>Đang kết nối</translation>
    </message>
    <message>
        <location filename="../../ui/stream_words.py" line="10"/>
        <source>Live</source>
        <translation>Trực tiếp</translation>
    </message>
    <message>
        <location filename="../../ui/stream_words.py" line="11"/>
        <source>Packets lost</source>
        <translation>Mất gói tin</translation>
    </message>
    <message>
        <location filename="../../ui/stream_words.py" line="12"/>
        <source>Picture lost</source>
        <translation>Mất hình</translation>
    </message>
    <message>
        <location filename="../../ui/stream_words.py" line="13"/>
        <source>Offline</source>
        <translation>Mất kết nối</translation>
    </message>
    <message>
        <location filename="../../ui/stream_words.py" line="91"/>
        <source>Unknown certificate</source>
        <translation>Chứng thư lạ</translation>
    </message>
    <message>
        <location filename="../../ui/stream_words.py" line="14"/>
        <source>Password refused</source>
        <translation>Sai mật khẩu</translation>
    </message>
    <message>
        <location filename="../../ui/stream_words.py" line="15"/>
        <source>Cannot be shown</source>
        <translation>Không xem được</translation>
    </message>
    <message>
        <location filename="../../ui/stream_words.py" line="16"/>
        <source>Not watched</source>
        <translation>Không xem</translation>
    </message>
    <message>
        <location filename="../../ui/stream_words.py" line="21"/>
        <source>No answer. Check its power and line; call the team.</source>
        <translation>Không trả lời. Kiểm tra nguồn, đường truyền; gọi tổ phụ trách.</translation>
    </message>
    <message>
        <location filename="../../ui/stream_words.py" line="24"/>
        <source>The device is there, its port is closed. Check the port.</source>
        <translation>Có thiết bị nhưng cổng đóng. Kiểm tra số cổng.</translation>
    </message>
    <message>
        <location filename="../../ui/stream_words.py" line="27"/>
        <source>Connected, no picture comes. Restart the camera if it lasts.</source>
        <translation>Đã kết nối nhưng không có hình. Nếu kéo dài, khởi động lại camera.</translation>
    </message>
    <message>
        <location filename="../../ui/stream_words.py" line="30"/>
        <source>The camera ended the session. It is being called again.</source>
        <translation>Camera đã ngắt phiên. Đang gọi lại.</translation>
    </message>
    <message>
        <location filename="../../ui/stream_words.py" line="33"/>
        <source>The camera has no room for one more viewer. It is being called again.</source>
        <translation>Camera đã đủ người xem. Đang gọi lại.</translation>
    </message>
    <message>
        <location filename="../../ui/stream_words.py" line="36"/>
        <source>What answers is not a camera stream. Check the address.</source>
        <translation>Nơi trả lời không phải luồng camera. Kiểm tra địa chỉ.</translation>
    </message>
    <message>
        <location filename="../../ui/stream_words.py" line="39"/>
        <source>The camera has no such stream. Check the path in its address.</source>
        <translation>Camera không có luồng này. Kiểm tra đường dẫn trong địa chỉ.</translation>
    </message>
    <message>
        <location filename="../../ui/stream_words.py" line="42"/>
        <source>User or password is wrong. Correct it in Devices (F2).</source>
        <translation>Sai tài khoản hoặc mật khẩu. Sửa trong Thiết bị (F2).</translation>
    </message>
    <message>
        <location filename="../../ui/stream_words.py" line="45"/>
        <source>The camera points to another address; we do not follow.</source>
        <translation>Camera chỉ sang địa chỉ khác; chương trình không đi theo.</translation>
    </message>
    <message>
        <location filename="../../ui/stream_words.py" line="48"/>
        <source>Unknown picture format. Set the camera to H.264 or H.265.</source>
        <translation>Định dạng hình lạ. Đặt camera về H.264 hoặc H.265.</translation>
    </message>
    <message>
        <location filename="../../ui/stream_words.py" line="51"/>
        <source>It sends no key frame, so no picture can begin. It is being called again. If it lasts, set its key frame (I-frame) interval to 2 s, or restart the camera.</source>
        <translation>Camera có gửi dữ liệu nhưng không có khung hình khóa nên chưa lên hình được. Đang gọi lại. Nếu vẫn vậy, đặt khoảng cách khung hình khóa (I-frame) của camera là 2 giây, hoặc khởi động lại camera.</translation>
    </message>
    <message>
        <location filename="../../ui/stream_words.py" line="56"/>
        <source>The picture is too large. Choose a smaller size at the camera.</source>
        <translation>Hình quá lớn. Đặt độ phân giải nhỏ hơn ở camera.</translation>
    </message>
    <message>
        <location filename="../../ui/stream_words.py" line="59"/>
        <source>Its certificate is not trusted. Ask the administrator.</source>
        <translation>Chứng thư của camera chưa được tin cậy. Hỏi quản trị.</translation>
    </message>
    <message>
        <location filename="../../ui/stream_words.py" line="62"/>
        <source>Packets are lost on the way. The line is overloaded or weak.</source>
        <translation>Mất gói tin trên đường. Đường truyền quá tải hoặc yếu.</translation>
    </message>
    <message>
        <location filename="../../ui/stream_words.py" line="65"/>
        <source>The picture engine is being restarted. Please wait a few seconds.</source>
        <translation>Bộ xử lý hình đang khởi động lại. Vui lòng chờ vài giây.</translation>
    </message>
    <message>
        <location filename="../../ui/stream_words.py" line="68"/>
        <source>Nobody is watching this camera now.</source>
        <translation>Hiện không ai xem camera này.</translation>
    </message>
    <message>
        <location filename="../../ui/stream_words.py" line="69"/>
        <source>The camera&apos;s line bears one connection, and it is in use. Keep what you typed to have that connection use it, or take the camera off the wall and out of recording first.</source>
        <translation>Đường truyền của camera chỉ chịu được một kết nối, và kết nối đó đang được dùng. Bấm Lưu để nó dùng ngay thông tin vừa nhập, hoặc bỏ camera khỏi tường và ngừng ghi rồi thử.</translation>
    </message>
    <message>
        <location filename="../../ui/stream_words.py" line="77"/>
        <source>full</source>
        <translation>đầy đủ</translation>
    </message>
    <message>
        <location filename="../../ui/stream_words.py" line="78"/>
        <source>sub stream: the tile is small</source>
        <translation>luồng phụ: ô nhỏ</translation>
    </message>
    <message>
        <location filename="../../ui/stream_words.py" line="79"/>
        <source>sub stream: there is no main stream</source>
        <translation>luồng phụ: không có luồng chính</translation>
    </message>
    <message>
        <location filename="../../ui/stream_words.py" line="83"/>
        <source>main stream: there is no sub stream</source>
        <translation>luồng chính: không có luồng phụ</translation>
    </message>
    <message>
        <location filename="../../ui/stream_words.py" line="84"/>
        <source>key frames only: this PC is busy</source>
        <translation>chỉ hình khoá: máy đang bận</translation>
    </message>
    <message>
        <location filename="../../ui/stream_words.py" line="93"/>
        <source>Not tried</source>
        <translation>Chưa thử được</translation>
    </message>
    <message>
        <location filename="../../ui/rule_sentences.py" line="13"/>
        <source>The address must begin with rtsp:// or rtsps://.</source>
        <translation>Địa chỉ phải bắt đầu bằng rtsp:// hoặc rtsps://.</translation>
    </message>
    <message>
        <location filename="../../ui/rule_sentences.py" line="14"/>
        <source>Type the camera&apos;s IP address, such as 192.168.1.20.</source>
        <translation>Nhập địa chỉ IP của camera, ví dụ 192.168.1.20.</translation>
    </message>
    <message>
        <location filename="../../ui/rule_sentences.py" line="15"/>
        <source>Names are not allowed here: type the camera&apos;s IP address.</source>
        <translation>Không dùng tên miền ở đây: nhập địa chỉ IP của camera.</translation>
    </message>
    <message>
        <location filename="../../ui/rule_sentences.py" line="18"/>
        <source>This address is this PC itself, not a camera.</source>
        <translation>Địa chỉ này là chính máy này, không phải camera.</translation>
    </message>
    <message>
        <location filename="../../ui/rule_sentences.py" line="19"/>
        <source>The port must be a number from 1 to 65535.</source>
        <translation>Cổng phải là số từ 1 đến 65535.</translation>
    </message>
    <message>
        <location filename="../../ui/rule_sentences.py" line="20"/>
        <source>It holds a blank or a sign that is not allowed.</source>
        <translation>Có dấu cách hoặc ký tự không được phép.</translation>
    </message>
    <message>
        <location filename="../../ui/rule_sentences.py" line="21"/>
        <source>It is too long.</source>
        <translation>Dài quá.</translation>
    </message>
    <message>
        <location filename="../../ui/rule_sentences.py" line="22"/>
        <source>User and password in the address cannot be read; type them in their fields.</source>
        <translation>Không đọc được tài khoản và mật khẩu trong địa chỉ; hãy nhập vào ô riêng.</translation>
    </message>
    <message>
        <location filename="../../ui/rule_sentences.py" line="25"/>
        <source>Type something here.</source>
        <translation>Chưa nhập ô này.</translation>
    </message>
    <message>
        <location filename="../../ui/rule_sentences.py" line="26"/>
        <source>Type a whole number from 1 to 9999.</source>
        <translation>Nhập số nguyên từ 1 đến 9999.</translation>
    </message>
    <message>
        <location filename="../../ui/rule_sentences.py" line="27"/>
        <source>Type the main or the sub address, or both.</source>
        <translation>Nhập địa chỉ luồng chính hoặc luồng phụ, hoặc cả hai.</translation>
    </message>
    <message>
        <location filename="../../ui/rule_sentences.py" line="28"/>
        <source>Main and sub address must be of the same device.</source>
        <translation>Luồng chính và luồng phụ phải cùng một thiết bị.</translation>
    </message>
    <message>
        <location filename="../../ui/rule_sentences.py" line="29"/>
        <source>The address holds another login than this field. Leave one of them out.</source>
        <translation>Đăng nhập trong địa chỉ khác với ô này. Hãy bỏ bớt một nơi.</translation>
    </message>
    <message>
        <location filename="../../ui/rule_sentences.py" line="32"/>
        <source>The camera&apos;s address is another one: type the password again.</source>
        <translation>Địa chỉ camera đã đổi: hãy nhập lại mật khẩu.</translation>
    </message>
    <message>
        <location filename="../../ui/rule_sentences.py" line="35"/>
        <source>This word is not known here.</source>
        <translation>Không hiểu từ này.</translation>
    </message>
    <message>
        <location filename="../../ui/rule_sentences.py" line="36"/>
        <source>The number is in use.</source>
        <translation>Số này đã dùng.</translation>
    </message>
    <message>
        <location filename="../../ui/rule_sentences.py" line="37"/>
        <source>A camera with this address is there already.</source>
        <translation>Đã có camera với địa chỉ này.</translation>
    </message>
    <message>
        <location filename="../../ui/rule_sentences.py" line="38"/>
        <source>A quotation mark is not closed in this row.</source>
        <translation>Dòng này thiếu dấu ngoặc kép đóng.</translation>
    </message>
    <message>
        <location filename="../../ui/rule_sentences.py" line="132"/>
        <source>Type the whole address, such as http://tsa.example.vn/tsr, or nothing.</source>
        <translation>Nhập địa chỉ đầy đủ, ví dụ http://tsa.example.vn/tsr, hoặc để trống.</translation>
    </message>
    <message>
        <location filename="../../ui/rule_sentences.py" line="135"/>
        <source>Leave the name and the password out: whoever is on the way would read them.</source>
        <translation>Bỏ tên và mật khẩu khỏi địa chỉ: ai ở giữa đường truyền cũng đọc được.</translation>
    </message>
    <message>
        <location filename="../../ui/rule_sentences.py" line="159"/>
        <source>A cell of this row is far too long.</source>
        <translation>Một ô của dòng này dài quá mức.</translation>
    </message>
    <message>
        <location filename="../../ui/rule_sentences.py" line="161"/>
        <source>This cannot be a camera&apos;s address. Type the camera&apos;s own IP address.</source>
        <translation>Đây không thể là địa chỉ camera. Nhập địa chỉ IP của chính camera.</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="60"/>
        <source>The camera does not answer. Check its power and line, then try again.</source>
        <translation>Camera không trả lời. Kiểm tra nguồn và đường truyền rồi thử lại.</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="63"/>
        <source>The camera refuses this user or password. Type them again.</source>
        <translation>Camera từ chối tài khoản hoặc mật khẩu này. Hãy nhập lại.</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="66"/>
        <source>The camera sends something that cannot be shown. Set it to H.264 or H.265.</source>
        <translation>Camera gửi dữ liệu không xem được. Đặt về H.264 hoặc H.265.</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="69"/>
        <source>The camera answered and then failed. Try again; restart it if it lasts.</source>
        <translation>Camera trả lời rồi hỏng. Thử lại; nếu kéo dài, khởi động lại camera.</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="72"/>
        <source>The camera&apos;s certificate is not trusted. Ask the administrator.</source>
        <translation>Chứng thư của camera chưa được tin cậy. Hỏi quản trị.</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="75"/>
        <source>This file is not a list of cameras that can be read. Save it as CSV UTF-8.</source>
        <translation>Tệp này không phải danh sách camera đọc được. Hãy lưu dạng CSV UTF-8.</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="78"/>
        <source>Number {number} is in use. Type another; {number} stays with its camera.</source>
        <translation>Số {number} đã dùng. Nhập số khác; số {number} giữ nguyên cho camera của nó.</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="81"/>
        <source>This name is in use. Type another.</source>
        <translation>Tên này đã dùng. Nhập tên khác.</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="82"/>
        <source>Somebody has removed this meanwhile. Nothing was changed.</source>
        <translation>Mục này vừa bị người khác xoá. Không có gì thay đổi.</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="85"/>
        <source>The cluster still has cameras. Move them to another cluster first.</source>
        <translation>Cụm vẫn còn camera. Hãy chuyển camera sang cụm khác trước.</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="88"/>
        <source>Officers are limited to this team. Give them another team first.</source>
        <translation>Còn cán bộ được phân công cho tổ này. Hãy giao cho họ tổ khác trước.</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="94"/>
        <source>Nothing was kept: the disk is full or may not be written. Free some space.</source>
        <translation>Chưa lưu được: đĩa đầy hoặc không được ghi. Hãy giải phóng chỗ trống.</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="100"/>
        <source>The station&apos;s data was written by a newer version. Update this program.</source>
        <translation>Dữ liệu của trạm do bản mới hơn ghi. Hãy cập nhật chương trình.</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="103"/>
        <source>The station&apos;s data cannot be read. Call the administrator; change nothing.</source>
        <translation>Không đọc được dữ liệu của trạm. Gọi quản trị; đừng thay đổi gì.</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="106"/>
        <source>The log was cut off or rewritten outside of this program: entry {entry} is not what was signed. It is not signed over. Call the chief, change nothing, verify the log (Ctrl+8, F5).</source>
        <translation>Nhật ký hệ thống đã bị cắt bớt hoặc viết lại từ bên ngoài chương trình: dòng {entry} không còn là dòng đã ký. Chương trình không ký đè lên. Báo trưởng đơn vị, giữ nguyên mọi thứ, rồi kiểm tra nhật ký (Ctrl+8, F5).</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="112"/>
        <source>Camera passwords cannot be read or kept. Call the administrator.</source>
        <translation>Không đọc hoặc lưu được mật khẩu camera. Gọi quản trị.</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="137"/>
        <source>This is not the code of this station&apos;s newest recovery sheet.</source>
        <translation>Đây không phải mã của phiếu khôi phục mới nhất của trạm này.</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="140"/>
        <source>This station has no recovery sheet. Another administrator must help, or a backup.</source>
        <translation>Trạm này chưa có phiếu khôi phục. Cần một quản trị khác giúp, hoặc quay về bản sao lưu.</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="153"/>
        <source>The work was broken off before it was done. Nothing was changed; start it again.</source>
        <translation>Công việc bị ngắt giữa chừng. Chưa có gì thay đổi; hãy làm lại.</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="164"/>
        <source>The picture engine does not answer. It is being restarted.</source>
        <translation>Bộ xử lý hình không trả lời. Đang khởi động lại.</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="178"/>
        <source>station.toml holds something that cannot be used: {reason}</source>
        <translation>station.toml có mục không dùng được: {reason}</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="201"/>
        <source>It did not work: {reason}</source>
        <translation>Không thực hiện được: {reason}</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="221"/>
        <source>A second officer, whose role allows it, must approve it.</source>
        <translation>Cần một cán bộ thứ hai, có vai trò được phép, cùng ký.</translation>
    </message>
    <message>
        <location filename="../../ui/rule_sentences.py" line="148"/>
        <source>It needs at least 8 characters; 15 are better.</source>
        <translation>Cần ít nhất 8 ký tự; nên từ 15.</translation>
    </message>
    <message>
        <location filename="../../ui/rule_sentences.py" line="149"/>
        <source>It has more than 256 characters.</source>
        <translation>Dài quá 256 ký tự.</translation>
    </message>
    <message>
        <location filename="../../ui/rule_sentences.py" line="150"/>
        <source>This one is among those that are guessed first. Add words of your own.</source>
        <translation>Mật khẩu này dễ đoán. Thêm vài từ của riêng đồng chí.</translation>
    </message>
    <message>
        <location filename="../../ui/rule_sentences.py" line="153"/>
        <source>It is made of names that anyone here would guess. Add other words.</source>
        <translation>Mật khẩu ghép từ những tên ai ở đây cũng đoán ra. Thêm từ khác.</translation>
    </message>
    <message>
        <location filename="../../ui/rule_sentences.py" line="156"/>
        <source>This is the old password. Choose another.</source>
        <translation>Đây là mật khẩu cũ. Đặt mật khẩu khác.</translation>
    </message>
    <message>
        <location filename="../../ui/rule_sentences.py" line="158"/>
        <source>The two are not the same. Type it again.</source>
        <translation>Hai lần nhập không giống nhau. Nhập lại.</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="97"/>
        <source>Nothing was kept: the disk is full. Free some space, then do it again.</source>
        <translation>Chưa lưu được gì: ổ đĩa đầy. Giải phóng dung lượng rồi làm lại.</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="115"/>
        <source>No backup could be made. The earlier ones are safe; check the disk&apos;s space.</source>
        <translation>Không sao lưu được. Các bản trước vẫn an toàn; kiểm tra dung lượng ổ đĩa.</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="118"/>
        <source>There has been no backup for {days} days. Make one now; check the disk.</source>
        <translation>Đã {days} ngày chưa có bản sao lưu. Sao lưu ngay; kiểm tra ổ đĩa.</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="121"/>
        <source>This is no whole backup of this station. Nothing was touched; take another.</source>
        <translation>Đây không phải bản sao lưu đầy đủ của trạm này. Chưa thay đổi gì; chọn bản khác.</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="124"/>
        <source>The second medium could not be written. Plug it in; check its space.</source>
        <translation>Không ghi được vào thiết bị lưu thứ hai. Cắm thiết bị; kiểm tra dung lượng.</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="131"/>
        <source>This is not the code of the recovery sheet. Compare it group by group.</source>
        <translation>Đây không phải mã trên phiếu khôi phục. So lại từng nhóm.</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="134"/>
        <source>One of the groups was misread. Compare them with the paper one by one.</source>
        <translation>Có một nhóm đọc sai. So lại từng nhóm với giấy.</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="144"/>
        <source>Name and password do not fit. Type them again.</source>
        <translation>Tên và mật khẩu không khớp. Nhập lại.</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="145"/>
        <source>This is the last administrator who can sign in. Make another one first.</source>
        <translation>Đây là quản trị cuối cùng còn đăng nhập được. Hãy thêm quản trị khác trước.</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="206"/>
        <source>Nobody is signed in. Sign in first.</source>
        <translation>Chưa có ai đăng nhập. Hãy đăng nhập trước.</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="207"/>
        <source>The screen is locked. Unlock it first.</source>
        <translation>Màn hình đang khoá. Hãy mở khoá trước.</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="208"/>
        <source>Choose a password of your own first; then everything opens.</source>
        <translation>Hãy đặt mật khẩu riêng trước, sau đó mới dùng được.</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="211"/>
        <source>Your role does not allow this. Ask an administrator or the chief.</source>
        <translation>Vai trò của đồng chí không được làm việc này. Hỏi quản trị hoặc trưởng công an.</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="214"/>
        <source>This camera belongs to a team that is not yours. Ask the chief.</source>
        <translation>Camera này thuộc tổ không do đồng chí phụ trách. Hỏi trưởng công an.</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="217"/>
        <source>This footage is older than your role may see. Ask the chief.</source>
        <translation>Đoạn hình này cũ hơn mức vai trò được xem. Hỏi trưởng công an.</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="220"/>
        <source>Type your password once more for this.</source>
        <translation>Việc này cần nhập lại mật khẩu.</translation>
    </message>
    <message>
        <location filename="../../ui/rule_sentences.py" line="128"/>
        <source>Type a whole number of minutes from 1 to 60.</source>
        <translation>Nhập số phút nguyên từ 1 đến 60.</translation>
    </message>
    <message>
        <location filename="../../ui/rule_sentences.py" line="129"/>
        <source>Type the whole path of a folder, such as E:\backup or /media/backup.</source>
        <translation>Nhập đường dẫn đầy đủ của thư mục, như E:\saoluu hoặc /media/saoluu.</translation>
    </message>
    <message>
        <location filename="../../ui/rule_sentences.py" line="138"/>
        <source>This is no picture that can be shown. Choose a PNG or JPEG file.</source>
        <translation>Đây không phải ảnh hiển thị được. Chọn tệp PNG hoặc JPEG.</translation>
    </message>
    <message>
        <location filename="../../ui/rule_sentences.py" line="141"/>
        <source>The file is too large. Choose one of at most 256 KiB.</source>
        <translation>Tệp quá lớn. Chọn tệp không quá 256 KiB.</translation>
    </message>
    <message>
        <location filename="../../ui/rule_sentences.py" line="144"/>
        <source>The picture is too large. Choose one of at most 1024 pixels a side.</source>
        <translation>Ảnh quá lớn. Chọn ảnh mỗi cạnh không quá 1024 điểm ảnh.</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="149"/>
        <source>More than {most} entries do not fit on paper. Take a shorter time, or a workbook.</source>
        <translation>Bản in không chứa quá {most} dòng. Chọn khoảng thời gian ngắn hơn, hoặc xuất bảng tính.</translation>
    </message>
    <message>
        <location filename="../../ui/rule_sentences.py" line="157"/>
        <source>A passphrase needs at least 15 characters.</source>
        <translation>Cụm mật khẩu cần ít nhất 15 ký tự.</translation>
    </message>
    <message>
        <location filename="../../ui/stream_words.py" line="80"/>
        <source>the recorded stream: the camera&apos;s line bears no second one</source>
        <translation>luồng đang ghi: đường truyền của camera chỉ chịu được một kết nối</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="167"/>
        <source>There is a file of that name already. Choose another name.</source>
        <translation>Đã có tệp mang tên đó. Hãy chọn tên khác.</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="170"/>
        <source>What starts with this PC cannot be changed: {detail}. Nothing was changed.</source>
        <translation>Không đổi được những gì khởi động cùng máy này: {detail}. Chưa có gì thay đổi.</translation>
    </message>
    <message>
        <location filename="../../ui/rule_sentences.py" line="40"/>
        <source>Type a whole number of days from 1 to 3650.</source>
        <translation>Nhập số ngày nguyên từ 1 đến 3650.</translation>
    </message>
    <message>
        <location filename="../../ui/rule_sentences.py" line="41"/>
        <source>Type a whole number of per cent from 1 to 100, or nothing for no limit.</source>
        <translation>Nhập số phần trăm nguyên từ 1 đến 100, hoặc để trống nếu không giới hạn.</translation>
    </message>
    <message>
        <location filename="../../ui/rule_sentences.py" line="44"/>
        <source>Type whole gigabytes a month, 1 or more, or nothing for no limit.</source>
        <translation>Nhập số GB nguyên mỗi tháng, từ 1 trở lên, hoặc để trống nếu không giới hạn.</translation>
    </message>
    <message>
        <location filename="../../ui/rule_sentences.py" line="47"/>
        <source>Tick at least one hour of the week.</source>
        <translation>Chọn ít nhất một giờ trong tuần.</translation>
    </message>
    <message>
        <location filename="../../ui/rule_sentences.py" line="49"/>
        <source>Type the whole path of a folder of this PC, such as D:\ghi-hinh.</source>
        <translation>Nhập đường dẫn đầy đủ của thư mục trên máy này, ví dụ D:\ghi-hinh.</translation>
    </message>
    <message>
        <location filename="../../ui/rule_sentences.py" line="52"/>
        <source>There is no such folder. Plug the disk in, or make the folder first.</source>
        <translation>Không có thư mục này. Hãy cắm ổ đĩa, hoặc tạo thư mục trước.</translation>
    </message>
    <message>
        <location filename="../../ui/rule_sentences.py" line="55"/>
        <source>This folder cannot be written to. Choose another, or ask for the right to it.</source>
        <translation>Không ghi được vào thư mục này. Chọn thư mục khác, hoặc xin quyền ghi.</translation>
    </message>
    <message>
        <location filename="../../ui/rule_sentences.py" line="58"/>
        <source>This folder lies on another machine. Choose a disk of this PC.</source>
        <translation>Thư mục này nằm trên máy khác. Hãy chọn ổ đĩa của máy này.</translation>
    </message>
    <message>
        <location filename="../../ui/rule_sentences.py" line="61"/>
        <source>This folder is one of the footage folders, or lies in one. Choose another.</source>
        <translation>Thư mục này trùng hoặc lồng với một ổ lưu hình đã có. Chọn thư mục khác.</translation>
    </message>
    <message>
        <location filename="../../ui/rule_sentences.py" line="64"/>
        <source>Footage of another station lies on this disk. Choose another disk.</source>
        <translation>Ổ này đang chứa hình của đơn vị khác. Hãy chọn ổ khác.</translation>
    </message>
    <message>
        <location filename="../../ui/rule_sentences.py" line="67"/>
        <source>This disk is a footage folder of this station already, under another name.</source>
        <translation>Ổ này đã là ổ lưu hình của đơn vị, dưới tên khác.</translation>
    </message>
    <message>
        <location filename="../../ui/rule_sentences.py" line="70"/>
        <source>Too little room: it needs 5 GB more than what is left free. Choose another.</source>
        <translation>Không đủ chỗ: cần hơn phần chừa trống ít nhất 5 GB. Chọn ổ khác.</translation>
    </message>
    <message>
        <location filename="../../ui/rule_sentences.py" line="73"/>
        <source>Type whole gigabytes from 1 to 10000.</source>
        <translation>Nhập số GB nguyên từ 1 đến 10000.</translation>
    </message>
    <message>
        <location filename="../../ui/rule_sentences.py" line="74"/>
        <source>Footage still lies there. Stop writing to it and wait until it is empty.</source>
        <translation>Ở đó vẫn còn hình. Hãy ngừng ghi mới và đợi đến khi trống.</translation>
    </message>
    <message>
        <location filename="../../ui/rule_sentences.py" line="119"/>
        <source>This is no file. Choose the video file itself.</source>
        <translation>Đây không phải tệp. Hãy chọn đúng tệp video.</translation>
    </message>
    <message>
        <location filename="../../ui/rule_sentences.py" line="120"/>
        <source>The file is empty: there is nothing to take in.</source>
        <translation>Tệp trống, không có gì để nhận.</translation>
    </message>
    <message>
        <location filename="../../ui/rule_sentences.py" line="121"/>
        <source>The file is too large to be taken in.</source>
        <translation>Tệp quá lớn, không nhận được.</translation>
    </message>
    <message>
        <location filename="../../ui/rule_sentences.py" line="122"/>
        <source>The file changed while it was copied. Nothing was kept; try once more.</source>
        <translation>Tệp thay đổi trong lúc sao chép. Chưa lưu gì; hãy thử lần nữa.</translation>
    </message>
    <message>
        <location filename="../../ui/rule_sentences.py" line="125"/>
        <source>This PC&apos;s disk did not keep the file as it is. Call the administrator.</source>
        <translation>Ổ đĩa máy này không ghi đúng nội dung tệp. Hãy báo quản trị.</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="157"/>
        <source>The file is gone or was changed since it was taken in. Call the chief.</source>
        <translation>Tệp đã mất hoặc bị thay đổi sau khi nhận. Hãy báo trưởng đơn vị.</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="163"/>
        <source>There is no footage of this time.</source>
        <translation>Không có hình của thời gian này.</translation>
    </message>
    <message>
        <location filename="../../ui/rule_sentences.py" line="101"/>
        <source>The file cannot be read to its end. Nothing of it was kept. Plug the stick in again, then try once more.</source>
        <translation>Không đọc được hết tệp. Chưa lưu gì của tệp này. Hãy cắm lại USB rồi thử lại.</translation>
    </message>
    <message>
        <location filename="../../ui/rule_sentences.py" line="106"/>
        <source>The station&apos;s disk has too little room: 2 GB must stay free beside the file. Nothing of it was kept. Call the administrator.</source>
        <translation>Ổ đĩa của trạm không đủ chỗ: ngoài tệp này còn phải trống 2 GB. Chưa lưu gì của tệp. Hãy gọi quản trị.</translation>
    </message>
    <message>
        <location filename="../../ui/rule_sentences.py" line="111"/>
        <source>Type day, month, year and time, such as 22/11/2026 22:05:12.</source>
        <translation>Gõ đủ ngày, tháng, năm và giờ, ví dụ 22/11/2026 22:05:12.</translation>
    </message>
    <message>
        <location filename="../../ui/rule_sentences.py" line="114"/>
        <source>Begin with + where the device is ahead, - where it is behind, then minutes:seconds or hours:minutes:seconds, such as +5:12.</source>
        <translation>Bắt đầu bằng + nếu thiết bị nhanh, - nếu chậm, rồi phút:giây hoặc giờ:phút:giây, ví dụ +5:12.</translation>
    </message>
    <message>
        <location filename="../../ui/rule_sentences.py" line="78"/>
        <source>Choose at least one camera, 1000 at most.</source>
        <translation>Chọn ít nhất một camera, nhiều nhất 1000.</translation>
    </message>
    <message>
        <location filename="../../ui/rule_sentences.py" line="79"/>
        <source>Type camera numbers, such as 3, 12-14.</source>
        <translation>Nhập số camera, ví dụ 3, 12-14.</translation>
    </message>
    <message>
        <location filename="../../ui/rule_sentences.py" line="80"/>
        <source>There is no camera of one of these numbers.</source>
        <translation>Có số không phải của camera nào.</translation>
    </message>
    <message>
        <location filename="../../ui/rule_sentences.py" line="81"/>
        <source>This is not clear. Type such as: yesterday 22h - 23h30, 23/11 22h05 - 24/11 6h.</source>
        <translation>Chưa rõ thời gian. Nhập như: hôm qua 22h - 23h30, 23/11 22h05 - 24/11 6h.</translation>
    </message>
    <message>
        <location filename="../../ui/rule_sentences.py" line="85"/>
        <source>Type days such as 90, or a day as 31/12/2026.</source>
        <translation>Nhập số ngày như 90, hoặc ngày như 31/12/2026.</translation>
    </message>
    <message>
        <location filename="../../ui/rule_sentences.py" line="86"/>
        <source>It may be 31 days long at most. Make two holds.</source>
        <translation>Dài nhất 31 ngày. Hãy chia làm hai lệnh.</translation>
    </message>
    <message>
        <location filename="../../ui/rule_sentences.py" line="87"/>
        <source>This time is past. Choose a later day.</source>
        <translation>Thời điểm này đã qua. Chọn ngày muộn hơn.</translation>
    </message>
    <message>
        <location filename="../../ui/rule_sentences.py" line="88"/>
        <source>It is held for longer already. To let it end sooner, release it.</source>
        <translation>Hình đang được giữ lâu hơn thế. Muốn ngừng sớm thì dùng Thôi lưu giữ.</translation>
    </message>
    <message>
        <location filename="../../ui/rule_sentences.py" line="91"/>
        <source>This hold keeps nothing any more. Make a new one if the footage is there.</source>
        <translation>Lệnh này không còn hiệu lực. Nếu hình vẫn còn, hãy lập lệnh mới.</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="173"/>
        <source>The program was updated while this window was open, and no picture comes to it any more. Recording goes on. Close the window and open it again.</source>
        <translation>Chương trình đã được cập nhật trong lúc cửa sổ này đang mở nên không nhận được hình nữa. Việc ghi hình vẫn tiếp tục. Hãy đóng cửa sổ rồi mở lại.</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="184"/>
        <source>The list of footage cannot be written: its disk is full or failing. Recording goes on, but new footage cannot be found yet. Free space on the disk of the data folder; what is missing is entered by itself.</source>
        <translation>Không ghi được danh mục hình: ổ chứa dữ liệu đầy hoặc sắp hỏng. Việc ghi hình vẫn tiếp tục nhưng chưa tìm được hình mới. Hãy giải phóng chỗ trên ổ chứa thư mục dữ liệu; phần còn thiếu sẽ tự được ghi vào.</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="190"/>
        <source>The list of footage was damaged and is being made anew from the files; no footage is lost. Until that is done, older footage may be missing in Review. Have the disk looked at.</source>
        <translation>Danh mục hình bị hỏng và đang được lập lại từ các tệp; không mất hình nào. Trong lúc đó, Xem lại có thể chưa thấy hình cũ. Hãy cho kiểm tra ổ đĩa.</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="195"/>
        <source>Something could not be entered in the list of footage. The files are whole; they are found again within an hour or two. Tell the administrator: the log has the details.</source>
        <translation>Có mục không ghi được vào danh mục hình. Tệp hình vẫn nguyên vẹn và sẽ được tìm lại trong một, hai giờ. Hãy báo quản trị: chi tiết nằm trong nhật ký chương trình.</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="160"/>
        <source>The picture of this bookmark is gone or was changed. Call the chief.</source>
        <translation>Ảnh của dấu mốc này không còn hoặc đã bị sửa. Hãy báo trưởng đơn vị.</translation>
    </message>
    <message>
        <location filename="../../ui/mark_rules.py" line="11"/>
        <source>Choose at least one camera, 100 at most.</source>
        <translation>Chọn ít nhất một camera, nhiều nhất 100.</translation>
    </message>
    <message>
        <location filename="../../ui/mark_rules.py" line="12"/>
        <source>This time has not come yet. Check the PC&apos;s clock.</source>
        <translation>Thời điểm này chưa đến. Hãy kiểm tra đồng hồ của máy.</translation>
    </message>
    <message>
        <location filename="../../ui/mark_rules.py" line="15"/>
        <source>This category is not given any more. Choose another.</source>
        <translation>Loại vụ việc này không dùng nữa. Hãy chọn loại khác.</translation>
    </message>
    <message>
        <location filename="../../ui/mark_rules.py" line="18"/>
        <source>The ten seconds are over: describe the bookmark instead, as pressed by mistake.</source>
        <translation>Đã quá mười giây. Hãy mô tả dấu mốc này là bấm nhầm.</translation>
    </message>
    <message>
        <location filename="../../ui/mark_rules.py" line="22"/>
        <source>Only whoever made this bookmark may do that.</source>
        <translation>Chỉ người đã đặt dấu mốc này mới làm được việc đó.</translation>
    </message>
    <message>
        <location filename="../../ui/mark_rules.py" line="25"/>
        <source>This bookmark was taken back.</source>
        <translation>Dấu mốc này đã được bỏ.</translation>
    </message>
    <message>
        <location filename="../../ui/mark_rules.py" line="26"/>
        <source>This bookmark belongs to an incident by now. Take it out of there first.</source>
        <translation>Dấu mốc này đã thuộc một vụ việc. Hãy đưa nó ra khỏi vụ việc trước.</translation>
    </message>
    <message>
        <location filename="../../ui/mark_rules.py" line="29"/>
        <source>Its incident was submitted already. Have the chief return it first.</source>
        <translation>Vụ việc đã được trình. Hãy xin trưởng đơn vị trả lại trước.</translation>
    </message>
    <message>
        <location filename="../../ui/mark_rules.py" line="32"/>
        <source>This bookmark has its picture already; it is never replaced.</source>
        <translation>Dấu mốc này đã có ảnh; ảnh không bao giờ bị thay.</translation>
    </message>
    <message>
        <location filename="../../ui/mark_rules.py" line="35"/>
        <source>There is no picture to draw on.</source>
        <translation>Không có ảnh nào để vẽ lên.</translation>
    </message>
    <message>
        <location filename="../../ui/mark_rules.py" line="39"/>
        <source>This is no picture that can be kept.</source>
        <translation>Đây không phải ảnh lưu được.</translation>
    </message>
    <message>
        <location filename="../../ui/mark_rules.py" line="40"/>
        <source>There are too many figures on this picture: 40 at most.</source>
        <translation>Ảnh có quá nhiều hình vẽ: nhiều nhất 40.</translation>
    </message>
    <message>
        <location filename="../../ui/mark_rules.py" line="43"/>
        <source>Draw inside the picture, from one corner to another.</source>
        <translation>Hãy vẽ trong khung ảnh, từ góc này sang góc kia.</translation>
    </message>
    <message>
        <location filename="../../ui/mark_rules.py" line="46"/>
        <source>A code has letters and digits alone, such as: vt hd.</source>
        <translation>Mã tắt chỉ gồm chữ và số, ví dụ: vt hd.</translation>
    </message>
    <message>
        <location filename="../../ui/mark_rules.py" line="49"/>
        <source>There is such a phrase already.</source>
        <translation>Câu hoặc mã này đã có.</translation>
    </message>
    <message>
        <location filename="../../ui/mark_rules.py" line="50"/>
        <source>The bank is full: remove phrases that nobody uses.</source>
        <translation>Danh sách câu đã đầy: hãy bỏ những câu không ai dùng.</translation>
    </message>
    <message>
        <location filename="../../ui/rule_sentences.py" line="96"/>
        <source>Nobody can dial this. Type the number as it is dialled here, such as 0912 345 678.</source>
        <translation>Số này không gọi được. Nhập số như khi bấm gọi, ví dụ 0912 345 678.</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="91"/>
        <source>The team still has {members} members. Move or erase them first.</source>
        <translation>Tổ còn {members} tổ viên. Hãy chuyển tổ hoặc xoá họ trước.</translation>
    </message>
    <message>
        <location filename="../../ui/mark_rules.py" line="36"/>
        <source>The picture came too late; the bookmark is kept without it.</source>
        <translation>Ảnh đến quá muộn; dấu mốc vẫn được giữ, không có ảnh.</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="127"/>
        <source>{count} files of cases are not on the second medium. Ctrl+9, Ctrl+B tell why.</source>
        <translation>{count} tệp của các vụ việc chưa nằm ở nơi sao lưu thứ hai. Ctrl+9 rồi Ctrl+B để xem vì sao.</translation>
    </message>
</context>
<context>
    <name>people</name>
    <message>
        <location filename="../../ui/people/dialogs.py" line="65"/>
        <source>Add a member</source>
        <translation>Thêm tổ viên</translation>
    </message>
    <message>
        <location filename="../../ui/people/dialogs.py" line="67"/>
        <source>Change a member</source>
        <translation>Sửa tổ viên</translation>
    </message>
    <message>
        <location filename="../../ui/people/dialogs.py" line="68"/>
        <source>Add him</source>
        <translation>Thêm tổ viên này</translation>
    </message>
    <message>
        <location filename="../../ui/people/dialogs.py" line="68"/>
        <location filename="../../ui/people/dialogs.py" line="145"/>
        <source>Keep</source>
        <translation>Lưu</translation>
    </message>
    <message>
        <location filename="../../ui/people/dialogs.py" line="144"/>
        <source>Which team answers for a cluster</source>
        <translation>Tổ nào phụ trách cụm</translation>
    </message>
    <message>
        <location filename="../../ui/people/hook.py" line="28"/>
        <source>Choose a camera on the wall, in Review or in Devices first, then press F9.</source>
        <translation>Hãy chọn một camera trên Tường, ở Xem lại hoặc Thiết bị, rồi bấm F9.</translation>
    </message>
    <message>
        <location filename="../../ui/people/hook.py" line="31"/>
        <source>Choose the cluster of the incident first: then F9 lists who answers for it.</source>
        <translation>Chọn cụm camera của vụ việc trước, rồi F9 cho biết ai phụ trách.</translation>
    </message>
    <message>
        <location filename="../../ui/people/words.py" line="16"/>
        <source>Team leader</source>
        <translation>Tổ trưởng</translation>
    </message>
    <message>
        <location filename="../../ui/people/words.py" line="17"/>
        <source>Deputy leader</source>
        <translation>Tổ phó</translation>
    </message>
    <message>
        <location filename="../../ui/people/words.py" line="18"/>
        <source>Member</source>
        <translation>Tổ viên</translation>
    </message>
    <message>
        <location filename="../../ui/people/words.py" line="21"/>
        <source>reached</source>
        <translation>nghe máy</translation>
    </message>
    <message>
        <location filename="../../ui/people/words.py" line="22"/>
        <source>no answer</source>
        <translation>không nghe máy</translation>
    </message>
    <message>
        <location filename="../../ui/people/words.py" line="23"/>
        <source>on the way</source>
        <translation>đang đến</translation>
    </message>
    <message>
        <location filename="../../ui/people/words.py" line="24"/>
        <source>arrived</source>
        <translation>đã đến</translation>
    </message>
    <message>
        <location filename="../../ui/people/words.py" line="50"/>
        <source>no phone</source>
        <translation>không có số</translation>
    </message>
    <message>
        <location filename="../../ui/people/words.py" line="65"/>
        <source>just now</source>
        <translation>vừa xong</translation>
    </message>
    <message>
        <location filename="../../ui/people/words.py" line="67"/>
        <source>{minutes} min ago</source>
        <translation>{minutes} phút trước</translation>
    </message>
    <message>
        <location filename="../../ui/people/words.py" line="69"/>
        <source>{hours} h {minutes} min ago</source>
        <translation>{hours} giờ {minutes} phút trước</translation>
    </message>
    <message>
        <location filename="../../ui/people/words.py" line="71"/>
        <source>{days} days ago</source>
        <translation>{days} ngày trước</translation>
    </message>
    <message>
        <location filename="../../ui/people/words.py" line="42"/>
        <source>erased</source>
        <translation>đã xoá</translation>
    </message>
</context>
<context>
    <name>recording</name>
    <message>
        <location filename="../../ui/recording/alarms.py" line="16"/>
        <source>Recording stands: only held footage is left on the disks, and that is never removed. Add a disk in Settings, or have the chief release holds that are not needed.</source>
        <translation>Ngừng ghi hình: các ổ chỉ còn hình đang lưu giữ, không được xoá. Hãy thêm ổ trong Cài đặt, hoặc đề nghị trưởng đơn vị thôi lưu giữ những gì không còn cần.</translation>
    </message>
    <message>
        <location filename="../../ui/recording/alarms.py" line="50"/>
        <source>This PC&apos;s date may be wrong: it is far beyond {day}, the last one that is known. No footage is removed for its age until the clock is set right, or the administrator confirms the date in Settings.</source>
        <translation>Ngày giờ của máy này có thể sai: vượt xa {day}, ngày chắc chắn gần nhất. Không xoá hình nào vì quá hạn cho đến khi chỉnh đúng đồng hồ, hoặc quản trị xác nhận ngày ở trang Cài đặt.</translation>
    </message>
    <message>
        <location filename="../../ui/recording/alarms.py" line="37"/>
        <source>The disk {folder} is gone, and nothing is recorded there. Check its plug and its power.</source>
        <translation>Mất ổ lưu hình {folder}, không ghi được vào đó. Kiểm tra dây cắm và nguồn của ổ.</translation>
    </message>
    <message>
        <location filename="../../ui/recording/alarms.py" line="21"/>
        <source>Recording stands.</source>
        <translation>Đã ngừng ghi hình.</translation>
    </message>
    <message>
        <location filename="../../ui/recording/alarms.py" line="22"/>
        <source>The disk {folder} is full, and no old footage is removed, since the station&apos;s data or the footage index cannot be read. Open the program anew; if it stays so, tell the administrator.</source>
        <translation>Ổ lưu hình {folder} đã đầy, mà không xoá được hình cũ vì không đọc được dữ liệu của đơn vị hoặc danh mục hình. Hãy đóng rồi mở lại chương trình; nếu vẫn vậy, báo quản trị.</translation>
    </message>
    <message>
        <location filename="../../ui/recording/alarms.py" line="27"/>
        <source>No old footage is removed, since the station&apos;s data or the footage index cannot be read: recording will stand when the disks are full. Open the program anew; if it stays so, tell the administrator.</source>
        <translation>Không xoá được hình cũ vì không đọc được dữ liệu của đơn vị hoặc danh mục hình: khi các ổ đầy, máy sẽ ngừng ghi hình. Hãy đóng rồi mở lại chương trình; nếu vẫn vậy, báo quản trị.</translation>
    </message>
    <message>
        <location filename="../../ui/recording/alarms.py" line="33"/>
        <source>The disk {folder} is full. Something else takes its room: free some, or add a disk.</source>
        <translation>Ổ lưu hình {folder} đã đầy vì bị thứ khác chiếm chỗ. Hãy dọn bớt, hoặc thêm ổ.</translation>
    </message>
    <message>
        <location filename="../../ui/recording/alarms.py" line="41"/>
        <source>The disk {folder} cannot be written to; it may be failing. Copy what must be kept from it, and replace it.</source>
        <translation>Ổ lưu hình {folder} không ghi được; ổ có thể sắp hỏng. Hãy chép phần cần giữ ra nơi khác, rồi thay ổ.</translation>
    </message>
    <message>
        <location filename="../../ui/recording/alarms.py" line="46"/>
        <source>The disk {folder} does not keep up, so parts are missing. It may be failing: replace it.</source>
        <translation>Ổ lưu hình {folder} ghi không kịp nên thiếu một số đoạn. Ổ có thể sắp hỏng: hãy thay.</translation>
    </message>
    <message>
        <location filename="../../ui/recording/alarms.py" line="56"/>
        <source>Recording goes on. The disk {folder}, which is not written to any more, is not there: what lies on it can be watched and exported once it is plugged in again.</source>
        <translation>Vẫn ghi hình bình thường. Không thấy ổ lưu hình {folder} (ổ cũ, không ghi mới): cắm lại ổ thì mới xem và xuất được hình trên đó.</translation>
    </message>
    <message>
        <location filename="../../ui/recording/alarms.py" line="61"/>
        <source>Recording goes on. The disk {folder}, which is not written to any more, cannot be changed, so nothing on it is removed; it may be failing. Copy what must be kept from it.</source>
        <translation>Vẫn ghi hình bình thường. Ổ lưu hình {folder} (ổ cũ, không ghi mới) không cho sửa xoá nên hình hết hạn trên đó chưa xoá được; ổ có thể sắp hỏng. Hãy chép phần cần giữ ra nơi khác.</translation>
    </message>
    <message>
        <location filename="../../ui/recording_words.py" line="17"/>
        <source>Always</source>
        <translation>Luôn luôn</translation>
    </message>
    <message>
        <location filename="../../ui/recording_words.py" line="18"/>
        <source>In chosen hours of the week</source>
        <translation>Theo giờ trong tuần</translation>
    </message>
    <message>
        <location filename="../../ui/recording_words.py" line="19"/>
        <source>Only around bookmarks (two minutes)</source>
        <translation>Chỉ quanh dấu mốc (hai phút)</translation>
    </message>
    <message>
        <location filename="../../ui/recording_words.py" line="20"/>
        <source>Not at all</source>
        <translation>Không ghi</translation>
    </message>
    <message>
        <location filename="../../ui/recording_words.py" line="23"/>
        <source>Sub stream (small picture, little room)</source>
        <translation>Luồng phụ (hình nhỏ, ít tốn chỗ)</translation>
    </message>
    <message>
        <location filename="../../ui/recording_words.py" line="24"/>
        <source>Main stream (sharp, four times the room)</source>
        <translation>Luồng chính (nét, tốn chỗ gấp bốn)</translation>
    </message>
    <message>
        <location filename="../../ui/recording_words.py" line="27"/>
        <source>sub stream</source>
        <translation>luồng phụ</translation>
    </message>
    <message>
        <location filename="../../ui/recording_words.py" line="28"/>
        <source>main stream</source>
        <translation>luồng chính</translation>
    </message>
    <message>
        <location filename="../../ui/recording_words.py" line="31"/>
        <source>always</source>
        <translation>luôn luôn</translation>
    </message>
    <message>
        <location filename="../../ui/recording_words.py" line="32"/>
        <source>{hours} hours a week</source>
        <translation>{hours} giờ mỗi tuần</translation>
    </message>
    <message>
        <location filename="../../ui/recording_words.py" line="33"/>
        <source>around bookmarks</source>
        <translation>quanh dấu mốc</translation>
    </message>
    <message>
        <location filename="../../ui/recording_words.py" line="34"/>
        <source>not at all</source>
        <translation>không ghi</translation>
    </message>
    <message>
        <location filename="../../ui/recording_words.py" line="37"/>
        <source>the camera does not answer</source>
        <translation>camera không trả lời</translation>
    </message>
    <message>
        <location filename="../../ui/recording_words.py" line="38"/>
        <source>the line broke</source>
        <translation>đường truyền đứt</translation>
    </message>
    <message>
        <location filename="../../ui/recording_words.py" line="39"/>
        <source>the camera refuses the password</source>
        <translation>camera từ chối mật khẩu</translation>
    </message>
    <message>
        <location filename="../../ui/recording_words.py" line="40"/>
        <source>its picture format cannot be recorded</source>
        <translation>định dạng hình không ghi được</translation>
    </message>
    <message>
        <location filename="../../ui/recording_words.py" line="42"/>
        <source>the picture engine restarts</source>
        <translation>bộ xử lý hình đang khởi động lại</translation>
    </message>
    <message>
        <location filename="../../ui/recording_words.py" line="43"/>
        <source>the program is being updated</source>
        <translation>chương trình đang cập nhật</translation>
    </message>
    <message>
        <location filename="../../ui/recording_words.py" line="44"/>
        <source>the disk is full</source>
        <translation>ổ đĩa đầy</translation>
    </message>
    <message>
        <location filename="../../ui/recording_words.py" line="45"/>
        <source>the disk is too slow</source>
        <translation>ổ đĩa ghi không kịp</translation>
    </message>
    <message>
        <location filename="../../ui/recording_words.py" line="41"/>
        <source>this PC or the program was off</source>
        <translation>máy này hoặc chương trình đã tắt</translation>
    </message>
    <message>
        <location filename="../../ui/recording_words.py" line="46"/>
        <source>the disk is gone or fails</source>
        <translation>mất ổ đĩa hoặc ổ bị lỗi</translation>
    </message>
    <message>
        <location filename="../../ui/recording_words.py" line="47"/>
        <source>not at this hour</source>
        <translation>ngoài giờ ghi</translation>
    </message>
    <message>
        <location filename="../../ui/recording_words.py" line="48"/>
        <source>this month&apos;s data is used up</source>
        <translation>đã dùng hết dữ liệu của tháng</translation>
    </message>
    <message>
        <location filename="../../ui/recording_words.py" line="49"/>
        <source>the PC&apos;s clock was set</source>
        <translation>đồng hồ máy vừa chỉnh</translation>
    </message>
    <message>
        <location filename="../../ui/recording_words.py" line="50"/>
        <source>its days are over</source>
        <translation>đã hết hạn giữ</translation>
    </message>
    <message>
        <location filename="../../ui/recording_words.py" line="51"/>
        <source>the file is missing or damaged</source>
        <translation>tệp mất hoặc hỏng</translation>
    </message>
    <message>
        <location filename="../../ui/recording_words.py" line="52"/>
        <source>not known any more</source>
        <translation>không còn biết rõ</translation>
    </message>
    <message>
        <location filename="../../ui/recording_words.py" line="55"/>
        <source>in order</source>
        <translation>tốt</translation>
    </message>
    <message>
        <location filename="../../ui/recording_words.py" line="56"/>
        <source>the disk is not there</source>
        <translation>không thấy ổ đĩa</translation>
    </message>
    <message>
        <location filename="../../ui/recording_words.py" line="57"/>
        <source>another disk is there</source>
        <translation>đang là ổ khác</translation>
    </message>
    <message>
        <location filename="../../ui/recording_words.py" line="58"/>
        <source>cannot be written to</source>
        <translation>không ghi được</translation>
    </message>
    <message>
        <location filename="../../ui/recording_words.py" line="62"/>
        <source>The camera&apos;s own timestamps are not believed: they jump or run wrong. The times of its footage are this station&apos;s.</source>
        <translation>Dấu thời gian của camera không đáng tin: nhảy hoặc chạy sai. Giờ của hình đã ghi là giờ của máy này.</translation>
    </message>
    <message>
        <location filename="../../ui/recording_words.py" line="67"/>
        <source>Its sound cannot be recorded. Set the camera&apos;s sound to AAC or G.711.</source>
        <translation>Không ghi được tiếng của camera. Chỉnh âm thanh của camera sang AAC hoặc G.711.</translation>
    </message>
    <message>
        <location filename="../../ui/recording_words.py" line="101"/>
        <source>Being recorded</source>
        <translation>Đang ghi</translation>
    </message>
    <message>
        <location filename="../../ui/recording_words.py" line="102"/>
        <source>Not recorded: {why}</source>
        <translation>Không ghi: {why}</translation>
    </message>
    <message>
        <location filename="../../ui/recording_words.py" line="116"/>
        <source>{plan}, {role}, kept {days} days</source>
        <translation>{plan}, {role}, giữ {days} ngày</translation>
    </message>
    <message>
        <location filename="../../ui/recording_words.py" line="124"/>
        <source>.</source>
        <translation>,</translation>
    </message>
    <message>
        <location filename="../../ui/recording_words.py" line="130"/>
        <source>{day}, {start}:00 to {end}:00</source>
        <translation>{day}, {start} đến {end} giờ</translation>
    </message>
    <message>
        <location filename="../../ui/recording_words.py" line="146"/>
        <source>Mon</source>
        <translation>Hai</translation>
    </message>
    <message>
        <location filename="../../ui/recording_words.py" line="147"/>
        <source>Tue</source>
        <translation>Ba</translation>
    </message>
    <message>
        <location filename="../../ui/recording_words.py" line="148"/>
        <source>Wed</source>
        <translation>Tư</translation>
    </message>
    <message>
        <location filename="../../ui/recording_words.py" line="149"/>
        <source>Thu</source>
        <translation>Năm</translation>
    </message>
    <message>
        <location filename="../../ui/recording_words.py" line="150"/>
        <source>Fri</source>
        <translation>Sáu</translation>
    </message>
    <message>
        <location filename="../../ui/recording_words.py" line="151"/>
        <source>Sat</source>
        <translation>Bảy</translation>
    </message>
    <message>
        <location filename="../../ui/recording_words.py" line="152"/>
        <source>Sun</source>
        <translation>CN</translation>
    </message>
</context>
<context>
    <name>requests</name>
    <message>
        <location filename="../../ui/evidence/request_filters.py" line="28"/>
        <source>All</source>
        <translation>Tất cả</translation>
    </message>
    <message>
        <location filename="../../ui/evidence/request_filters.py" line="29"/>
        <source>Waiting</source>
        <translation>Chờ duyệt</translation>
    </message>
    <message>
        <location filename="../../ui/evidence/request_filters.py" line="30"/>
        <source>Drafts</source>
        <translation>Bản nháp</translation>
    </message>
    <message>
        <location filename="../../ui/evidence/request_filters.py" line="31"/>
        <source>To export</source>
        <translation>Cần trích xuất</translation>
    </message>
    <message>
        <location filename="../../ui/evidence/request_filters.py" line="32"/>
        <source>Over</source>
        <translation>Đã xong</translation>
    </message>
    <message>
        <location filename="../../ui/evidence/request_rows.py" line="123"/>
        <source>urgent</source>
        <translation>khẩn</translation>
    </message>
    <message>
        <location filename="../../ui/requests/line_words.py" line="22"/>
        <source>H.265: many players need the viewing copy</source>
        <translation>H.265: nhiều máy chỉ mở được bản xem</translation>
    </message>
    <message>
        <location filename="../../ui/requests/line_words.py" line="23"/>
        <source>voices are recorded</source>
        <translation>có ghi tiếng</translation>
    </message>
    <message>
        <location filename="../../ui/requests/line_words.py" line="24"/>
        <source>nothing of this stream is there: the other one is taken</source>
        <translation>không có luồng này: lấy luồng kia</translation>
    </message>
    <message>
        <location filename="../../ui/requests/line_words.py" line="27"/>
        <source>its end is still being recorded</source>
        <translation>phần cuối còn đang ghi</translation>
    </message>
    <message>
        <location filename="../../ui/requests/line_words.py" line="31"/>
        <source>nothing was recorded then</source>
        <translation>lúc đó không ghi hình</translation>
    </message>
    <message>
        <location filename="../../ui/requests/line_words.py" line="32"/>
        <source>this stream was not recorded</source>
        <translation>không ghi luồng này</translation>
    </message>
    <message>
        <location filename="../../ui/requests/line_words.py" line="51"/>
        <source>No footage of this: {cause}</source>
        <translation>Không có hình: {cause}</translation>
    </message>
    <message>
        <location filename="../../ui/requests/line_words.py" line="53"/>
        <source>No footage of this</source>
        <translation>Không có hình</translation>
    </message>
    <message>
        <location filename="../../ui/requests/line_words.py" line="55"/>
        <source>Footage is there, {size}</source>
        <translation>Có đủ hình, {size}</translation>
    </message>
    <message>
        <location filename="../../ui/requests/line_words.py" line="57"/>
        <source>Footage is there</source>
        <translation>Có hình</translation>
    </message>
    <message>
        <location filename="../../ui/requests/line_words.py" line="59"/>
        <source>Footage is there but for what follows, {size}</source>
        <translation>Có hình, trừ các đoạn sau, {size}</translation>
    </message>
    <message>
        <location filename="../../ui/requests/line_words.py" line="61"/>
        <source>Footage is there but for what follows</source>
        <translation>Có hình, trừ các đoạn sau</translation>
    </message>
    <message>
        <location filename="../../ui/requests/line_words.py" line="64"/>
        <source>missing {span}: {cause}</source>
        <translation>thiếu {span}: {cause}</translation>
    </message>
    <message>
        <location filename="../../ui/requests/line_words.py" line="67"/>
        <source>and {count} more gaps</source>
        <translation>và {count} đoạn thiếu khác</translation>
    </message>
    <message>
        <location filename="../../ui/requests/line_words.py" line="80"/>
        <source>Exported {count}× before, last by {officer} on {time}</source>
        <translation>Đã trích xuất {count} lần, lần cuối bởi {officer} lúc {time}</translation>
    </message>
    <message>
        <location filename="../../ui/requests/narrow_dialog.py" line="58"/>
        <source>Allow a part of {number}</source>
        <translation>Duyệt một phần của {number}</translation>
    </message>
    <message>
        <location filename="../../ui/requests/narrow_dialog.py" line="60"/>
        <source>Approve this part</source>
        <translation>Duyệt phần này</translation>
    </message>
    <message>
        <location filename="../../ui/requests/words.py" line="27"/>
        <source>Draft</source>
        <translation>Nháp</translation>
    </message>
    <message>
        <location filename="../../ui/requests/words.py" line="28"/>
        <source>Waits for approval</source>
        <translation>Chờ duyệt</translation>
    </message>
    <message>
        <location filename="../../ui/requests/words.py" line="29"/>
        <source>Approved</source>
        <translation>Đã duyệt</translation>
    </message>
    <message>
        <location filename="../../ui/requests/words.py" line="30"/>
        <source>Approved in part</source>
        <translation>Duyệt một phần</translation>
    </message>
    <message>
        <location filename="../../ui/requests/words.py" line="31"/>
        <source>Refused</source>
        <translation>Từ chối</translation>
    </message>
    <message>
        <location filename="../../ui/requests/words.py" line="32"/>
        <source>Exported</source>
        <translation>Đã trích xuất</translation>
    </message>
    <message>
        <location filename="../../ui/requests/words.py" line="33"/>
        <source>Withdrawn</source>
        <translation>Đã rút</translation>
    </message>
    <message>
        <location filename="../../ui/requests/words.py" line="36"/>
        <source>changed</source>
        <translation>sửa</translation>
    </message>
    <message>
        <location filename="../../ui/requests/words.py" line="37"/>
        <source>handed in</source>
        <translation>trình duyệt</translation>
    </message>
    <message>
        <location filename="../../ui/requests/words.py" line="38"/>
        <source>approved</source>
        <translation>duyệt</translation>
    </message>
    <message>
        <location filename="../../ui/requests/words.py" line="39"/>
        <source>approved in part</source>
        <translation>duyệt một phần</translation>
    </message>
    <message>
        <location filename="../../ui/requests/words.py" line="40"/>
        <source>refused</source>
        <translation>từ chối</translation>
    </message>
    <message>
        <location filename="../../ui/requests/words.py" line="41"/>
        <source>exported</source>
        <translation>trích xuất</translation>
    </message>
    <message>
        <location filename="../../ui/requests/words.py" line="42"/>
        <source>withdrawn</source>
        <translation>rút phiếu</translation>
    </message>
    <message>
        <location filename="../../ui/requests/words.py" line="45"/>
        <source>Originals</source>
        <translation>Bản gốc</translation>
    </message>
    <message>
        <location filename="../../ui/requests/words.py" line="46"/>
        <source>Viewing copies</source>
        <translation>Bản xem</translation>
    </message>
    <message>
        <location filename="../../ui/requests/words.py" line="47"/>
        <source>Pictures</source>
        <translation>Ảnh</translation>
    </message>
    <message>
        <location filename="../../ui/requests/words.py" line="48"/>
        <source>Sound</source>
        <translation>Tiếng</translation>
    </message>
    <message>
        <location filename="../../ui/requests/words.py" line="50"/>
        <source>Originals without sound</source>
        <translation>Bản gốc không kèm tiếng</translation>
    </message>
    <message>
        <location filename="../../ui/requests/words.py" line="52"/>
        <source>main stream</source>
        <translation>luồng chính</translation>
    </message>
    <message>
        <location filename="../../ui/requests/words.py" line="53"/>
        <source>sub stream</source>
        <translation>luồng phụ</translation>
    </message>
    <message>
        <location filename="../../ui/requests/words.py" line="55"/>
        <source>drafted</source>
        <translation>lập bản nháp</translation>
    </message>
    <message>
        <location filename="../../ui/requests/words.py" line="94"/>
        <source>removed camera {number}</source>
        <translation>camera đã gỡ {number}</translation>
    </message>
    <message>
        <location filename="../../ui/requests/words.py" line="113"/>
        <source>{count} stretches</source>
        <translation>{count} đoạn</translation>
    </message>
    <message>
        <location filename="../../ui/requests/words.py" line="122"/>
        <source>due today</source>
        <translation>hạn hôm nay</translation>
    </message>
    <message>
        <location filename="../../ui/requests/words.py" line="123"/>
        <source>due {day}</source>
        <translation>hạn {day}</translation>
    </message>
    <message>
        <location filename="../../ui/requests/words.py" line="125"/>
        <source>was due {day}</source>
        <translation>quá hạn từ {day}</translation>
    </message>
    <message>
        <location filename="../../ui/requests/words.py" line="145"/>
        <source>Exported before it was approved, {age} beyond the 24 hours for that.</source>
        <translation>Đã trích xuất trước khi duyệt, quá hạn duyệt 24 giờ được {age}.</translation>
    </message>
    <message>
        <location filename="../../ui/requests/words.py" line="149"/>
        <source>Exported before it was approved: to be approved until {time}.</source>
        <translation>Đã trích xuất trước khi duyệt: phải duyệt trước {time}.</translation>
    </message>
    <message>
        <location filename="../../ui/requests/words.py" line="156"/>
        <source>the station</source>
        <translation>hệ thống</translation>
    </message>
    <message>
        <location filename="../../ui/requests/words.py" line="157"/>
        <source>an officer who left</source>
        <translation>cán bộ đã nghỉ</translation>
    </message>
    <message>
        <location filename="../../ui/requests/words.py" line="187"/>
        <source>You wrote this request, or handed it in: nobody decides on his own, whatever his rank. Another chief must; where there is one chief, an officer writes and hands in.</source>
        <translation>Phiếu này do đồng chí lập hoặc trình: không ai tự duyệt phiếu của mình, dù ở cương vị nào. Chỉ huy khác duyệt; đơn vị chỉ có một chỉ huy thì cán bộ lập và trình phiếu.</translation>
    </message>
    <message>
        <location filename="../../ui/requests/words.py" line="198"/>
        <source>No request fits this</source>
        <translation>Không có phiếu nào khớp</translation>
    </message>
    <message>
        <location filename="../../ui/requests/words.py" line="199"/>
        <source>Esc takes search and filter away and shows every request again.</source>
        <translation>Esc bỏ tìm kiếm và bộ lọc, hiện lại mọi phiếu.</translation>
    </message>
    <message>
        <location filename="../../ui/requests/words.py" line="204"/>
        <source>Nobody has asked for footage yet</source>
        <translation>Chưa có phiếu yêu cầu trích xuất nào</translation>
    </message>
    <message>
        <location filename="../../ui/requests/words.py" line="205"/>
        <source>When a paper asks for footage, Ins writes it in here. From what you watch: mark it with [ and ] in Review and press Ctrl+E; of a case, Ctrl+E on its page.</source>
        <translation>Khi có công văn đề nghị cung cấp hình, phím Ins để lập phiếu. Từ hình đang xem: đánh dấu bằng [ và ] trong Xem lại rồi Ctrl+E; của một vụ việc: Ctrl+E ở trang vụ việc.</translation>
    </message>
</context>
<context>
    <name>review</name>
    <message>
        <location filename="../../ui/review/day_picker.py" line="93"/>
        <source>en_GB</source>
        <translation>vi_VN</translation>
    </message>
    <message>
        <location filename="../../ui/review/hints.py" line="23"/>
        <source>Recorded twice, since the PC&apos;s clock was set back: the second time is shown here, an export has both</source>
        <translation>Ghi hai lần vì đồng hồ máy trạm bị chỉnh lùi: ở đây chiếu lần sau, trích xuất có cả hai lần</translation>
    </message>
    <message>
        <location filename="../../ui/review/hints.py" line="36"/>
        <source>{held} until {day}</source>
        <translation>{held} đến {day}</translation>
    </message>
    <message>
        <location filename="../../ui/review/hints.py" line="44"/>
        <source>The camera&apos;s clock: not measured</source>
        <translation>Đồng hồ camera: chưa đo được</translation>
    </message>
    <message>
        <location filename="../../ui/review/hints.py" line="46"/>
        <source>The camera&apos;s clock goes as this PC&apos;s, within a second</source>
        <translation>Đồng hồ camera khớp với máy trạm, lệch dưới 1 giây</translation>
    </message>
    <message>
        <location filename="../../ui/review/hints.py" line="48"/>
        <source>The camera&apos;s clock is {length} ahead of this PC&apos;s</source>
        <translation>Đồng hồ camera nhanh {length} so với máy trạm</translation>
    </message>
    <message>
        <location filename="../../ui/review/hints.py" line="50"/>
        <source>The camera&apos;s clock is {length} behind this PC&apos;s</source>
        <translation>Đồng hồ camera chậm {length} so với máy trạm</translation>
    </message>
    <message>
        <location filename="../../ui/review/hints.py" line="58"/>
        <source>Footage of {n} of {all} cameras</source>
        <translation>{n}/{all} camera có ghi hình</translation>
    </message>
    <message>
        <location filename="../../ui/review/hints.py" line="73"/>
        <location filename="../../ui/review/words.py" line="156"/>
        <source>Not recorded yet</source>
        <translation>Chưa ghi tới lúc này</translation>
    </message>
    <message>
        <location filename="../../ui/review/hints.py" line="75"/>
        <source>Recorded</source>
        <translation>Có ghi hình</translation>
    </message>
    <message>
        <location filename="../../ui/review/hints.py" line="77"/>
        <source>Being recorded; it can be played in a moment</source>
        <translation>Đang ghi; lát nữa xem được</translation>
    </message>
    <message>
        <location filename="../../ui/review/hints.py" line="102"/>
        <source>Your role may not take pictures out</source>
        <translation>Vai trò của đồng chí không được lấy ảnh ra</translation>
    </message>
    <message>
        <location filename="../../ui/review/hints.py" line="103"/>
        <source>Choose a camera first</source>
        <translation>Hãy chọn camera trước</translation>
    </message>
    <message>
        <location filename="../../ui/review/finding/strip_tool.py" line="203"/>
        <location filename="../../ui/review/hints.py" line="80"/>
        <location filename="../../ui/review/words.py" line="163"/>
        <source>No footage</source>
        <translation>Không có hình ghi</translation>
    </message>
    <message>
        <location filename="../../ui/review/hints.py" line="82"/>
        <source>No footage: {cause} ({start}, {length})</source>
        <translation>Không có hình ghi: {cause} ({start}, {length})</translation>
    </message>
    <message>
        <location filename="../../ui/review/hints.py" line="95"/>
        <source>{state} since {start}</source>
        <translation>{state} từ {start}</translation>
    </message>
    <message>
        <location filename="../../ui/review/pictures.py" line="219"/>
        <source>{n:.1f} times as large</source>
        <translation>Phóng to {n:.1f} lần</translation>
    </message>
    <message>
        <location filename="../../ui/review/words.py" line="15"/>
        <source>Camera off: it did not answer</source>
        <translation>Camera tắt, không trả lời</translation>
    </message>
    <message>
        <location filename="../../ui/review/words.py" line="16"/>
        <source>The line broke or fell silent</source>
        <translation>Đường mạng đứt hoặc im lặng</translation>
    </message>
    <message>
        <location filename="../../ui/review/words.py" line="17"/>
        <source>The camera refused the password</source>
        <translation>Camera từ chối mật khẩu</translation>
    </message>
    <message>
        <location filename="../../ui/review/words.py" line="18"/>
        <source>The camera sent what cannot be recorded</source>
        <translation>Camera gửi dạng hình không ghi được</translation>
    </message>
    <message>
        <location filename="../../ui/review/words.py" line="20"/>
        <source>The picture engine was restarted</source>
        <translation>Bộ xử lý hình khởi động lại</translation>
    </message>
    <message>
        <location filename="../../ui/review/words.py" line="21"/>
        <source>The program was being updated</source>
        <translation>Chương trình đang được cập nhật</translation>
    </message>
    <message>
        <location filename="../../ui/review/words.py" line="22"/>
        <source>The disk was full</source>
        <translation>Đĩa đầy</translation>
    </message>
    <message>
        <location filename="../../ui/review/words.py" line="23"/>
        <source>The disk was too slow</source>
        <translation>Đĩa quá chậm</translation>
    </message>
    <message>
        <location filename="../../ui/review/words.py" line="24"/>
        <source>The disk was gone or failed</source>
        <translation>Đĩa bị rút ra hoặc hỏng</translation>
    </message>
    <message>
        <location filename="../../ui/review/words.py" line="25"/>
        <source>Not to be recorded at this hour</source>
        <translation>Giờ này không đặt lịch ghi</translation>
    </message>
    <message>
        <location filename="../../ui/review/words.py" line="26"/>
        <source>The line&apos;s data budget of the month was spent</source>
        <translation>Đường mạng hết dung lượng của tháng</translation>
    </message>
    <message>
        <location filename="../../ui/review/words.py" line="27"/>
        <source>The station&apos;s clock was set forward</source>
        <translation>Đồng hồ máy trạm được chỉnh tới</translation>
    </message>
    <message>
        <location filename="../../ui/review/words.py" line="28"/>
        <source>Removed when its time had run out</source>
        <translation>Đã xoá vì hết hạn lưu</translation>
    </message>
    <message>
        <location filename="../../ui/review/words.py" line="29"/>
        <source>It was recorded; the file is gone or damaged</source>
        <translation>Đã ghi, nhưng tệp bị mất hoặc hỏng</translation>
    </message>
    <message>
        <location filename="../../ui/review/words.py" line="30"/>
        <source>No footage; the cause is not known</source>
        <translation>Không rõ nguyên nhân</translation>
    </message>
    <message>
        <location filename="../../ui/review/words.py" line="34"/>
        <source>key frames: fast</source>
        <translation>chỉ hình khóa: chạy nhanh</translation>
    </message>
    <message>
        <location filename="../../ui/review/words.py" line="35"/>
        <source>key frames: backwards</source>
        <translation>chỉ hình khóa: chạy lùi</translation>
    </message>
    <message>
        <location filename="../../ui/review/words.py" line="36"/>
        <source>key frames: PC busy</source>
        <translation>chỉ hình khóa: máy bận</translation>
    </message>
    <message>
        <location filename="../../ui/review/words.py" line="50"/>
        <source>held for a bookmark</source>
        <translation>giữ cho dấu mốc</translation>
    </message>
    <message>
        <location filename="../../ui/review/words.py" line="51"/>
        <source>held for an incident</source>
        <translation>giữ cho vụ việc</translation>
    </message>
    <message>
        <location filename="../../ui/review/words.py" line="52"/>
        <source>held for a written request</source>
        <translation>giữ theo phiếu yêu cầu</translation>
    </message>
    <message>
        <location filename="../../ui/review/words.py" line="53"/>
        <source>held by hand</source>
        <translation>giữ theo lệnh của cán bộ</translation>
    </message>
    <message>
        <location filename="../../ui/review/words.py" line="56"/>
        <source>Mon</source>
        <translation>T2</translation>
    </message>
    <message>
        <location filename="../../ui/review/words.py" line="57"/>
        <source>Tue</source>
        <translation>T3</translation>
    </message>
    <message>
        <location filename="../../ui/review/words.py" line="58"/>
        <source>Wed</source>
        <translation>T4</translation>
    </message>
    <message>
        <location filename="../../ui/review/words.py" line="59"/>
        <source>Thu</source>
        <translation>T5</translation>
    </message>
    <message>
        <location filename="../../ui/review/words.py" line="60"/>
        <source>Fri</source>
        <translation>T6</translation>
    </message>
    <message>
        <location filename="../../ui/review/words.py" line="61"/>
        <source>Sat</source>
        <translation>T7</translation>
    </message>
    <message>
        <location filename="../../ui/review/words.py" line="62"/>
        <source>Sun</source>
        <translation>CN</translation>
    </message>
    <message>
        <location filename="../../ui/review/words.py" line="91"/>
        <source>.</source>
        <translation>,</translation>
    </message>
    <message>
        <location filename="../../ui/review/words.py" line="113"/>
        <source>{n} d</source>
        <translation>{n} ngày</translation>
    </message>
    <message>
        <location filename="../../ui/review/words.py" line="114"/>
        <source>{n} h</source>
        <translation>{n} giờ</translation>
    </message>
    <message>
        <location filename="../../ui/review/words.py" line="115"/>
        <source>{n} min</source>
        <translation>{n} phút</translation>
    </message>
    <message>
        <location filename="../../ui/review/words.py" line="116"/>
        <location filename="../../ui/review/words.py" line="119"/>
        <source>{n} s</source>
        <translation>{n} giây</translation>
    </message>
    <message>
        <location filename="../../ui/review/words.py" line="125"/>
        <source>Opening the footage</source>
        <translation>Đang mở hình ghi</translation>
    </message>
    <message>
        <location filename="../../ui/review/words.py" line="132"/>
        <source>seeking</source>
        <translation>đang tìm</translation>
    </message>
    <message>
        <location filename="../../ui/review/words.py" line="136"/>
        <source>Footage damaged</source>
        <translation>Đoạn ghi bị hỏng</translation>
    </message>
    <message>
        <location filename="../../ui/review/words.py" line="137"/>
        <source>The file is missing, cut off or was changed. Tell the administrator.</source>
        <translation>Tệp bị mất, bị cắt cụt hoặc bị sửa. Hãy báo quản trị.</translation>
    </message>
    <message>
        <location filename="../../ui/review/words.py" line="146"/>
        <source>The list of footage cannot be read yet</source>
        <translation>Chưa đọc được danh mục hình</translation>
    </message>
    <message>
        <location filename="../../ui/review/words.py" line="147"/>
        <source>It is tried again by itself. If it stays so, tell the administrator.</source>
        <translation>Máy đang tự thử lại. Nếu vẫn vậy, hãy báo quản trị.</translation>
    </message>
    <message>
        <location filename="../../ui/review/words.py" line="157"/>
        <source>The newest footage ends before this moment.</source>
        <translation>Đoạn ghi mới nhất kết thúc trước thời điểm này.</translation>
    </message>
    <message>
        <location filename="../../ui/review/words.py" line="171"/>
        <source>This camera was not recorded at that time.</source>
        <translation>Lúc đó camera này không được ghi hình.</translation>
    </message>
    <message>
        <location filename="../../ui/review/words.py" line="173"/>
        <source>{cause}. Since {start}, and still so.</source>
        <translation>{cause}. Từ {start} đến nay.</translation>
    </message>
    <message>
        <location filename="../../ui/review/words.py" line="175"/>
        <source>{cause}. From {start} to {end}.</source>
        <translation>{cause}. Từ {start} đến {end}.</translation>
    </message>
    <message>
        <location filename="../../ui/review/words.py" line="39"/>
        <source>sound is heard forwards, from 0.5× to 2×</source>
        <translation>chỉ có tiếng khi phát xuôi, 0,5× đến 2×</translation>
    </message>
    <message>
        <location filename="../../ui/review/words.py" line="19"/>
        <source>The station PC or the program was off</source>
        <translation>Máy hoặc chương trình của trạm đã tắt</translation>
    </message>
    <message>
        <location filename="../../ui/review/words.py" line="40"/>
        <source>this footage has no sound</source>
        <translation>đoạn ghi này không có tiếng</translation>
    </message>
    <message>
        <location filename="../../ui/review/words.py" line="41"/>
        <source>the sound of this footage is damaged</source>
        <translation>tiếng của đoạn ghi này bị hỏng</translation>
    </message>
    <message>
        <location filename="../../ui/review/words.py" line="42"/>
        <source>no sound: this PC has no speaker that works; plug one in, or headphones</source>
        <translation>máy không có loa; hãy cắm loa hoặc tai nghe</translation>
    </message>
    <message>
        <location filename="../../ui/review/words.py" line="45"/>
        <source>no sound: the PC&apos;s speaker does not answer; see whether it is plugged in</source>
        <translation>loa không phản hồi; hãy kiểm tra dây loa</translation>
    </message>
    <message>
        <location filename="../../ui/review/flags.py" line="76"/>
        <source>Bookmark {time}</source>
        <translation>Dấu mốc {time}</translation>
    </message>
    <message>
        <location filename="../../ui/review/flags.py" line="77"/>
        <source>no category yet</source>
        <translation>chưa có loại</translation>
    </message>
    <message>
        <location filename="../../ui/review/flags.py" line="78"/>
        <source>not described yet</source>
        <translation>chưa mô tả</translation>
    </message>
    <message>
        <location filename="../../ui/review/flags.py" line="88"/>
        <source>and {count} more bookmarks</source>
        <translation>và {count} dấu mốc nữa</translation>
    </message>
    <message>
        <location filename="../../ui/review/labels.py" line="22"/>
        <source>Removed camera (id {id})</source>
        <translation>Camera đã gỡ (mã {id})</translation>
    </message>
</context>
<context>
    <name>tile</name>
    <message>
        <location filename="../../ui/wall/tile_words.py" line="68"/>
        <source>Picture lost {time}</source>
        <translation>Mất hình {time}</translation>
    </message>
    <message>
        <location filename="../../ui/wall/tile_words.py" line="71"/>
        <source>Offline {time}</source>
        <translation>Mất kết nối {time}</translation>
    </message>
    <message>
        <location filename="../../ui/wall/tile_words.py" line="87"/>
        <source>No figures: not shown now</source>
        <translation>Chưa có thông số: hiện không xem</translation>
    </message>
    <message>
        <location filename="../../ui/wall/tile_words.py" line="88"/>
        <source>{codec} {width}×{height} · {fps:.1f} fps · {rate:.0f} kbit/s · {lost} lost · {load}</source>
        <translation>{codec} {width}×{height} · {fps:.1f} hình/s · {rate:.0f} kbit/s · mất {lost} · {load}</translation>
    </message>
    <message>
        <location filename="../../ui/wall/tile_words.py" line="111"/>
        <source>{number:02} {name}</source>
        <translation>{number:02} {name}</translation>
    </message>
    <message>
        <location filename="../../ui/wall/tile_words.py" line="114"/>
        <source>Cluster {number} {name}</source>
        <translation>Cụm {number} {name}</translation>
    </message>
</context>
<context>
    <name>times</name>
    <message>
        <location filename="../../ui/recording_words.py" line="137"/>
        <location filename="../../ui/times.py" line="10"/>
        <source>Monday</source>
        <translation>Thứ Hai</translation>
    </message>
    <message>
        <location filename="../../ui/recording_words.py" line="138"/>
        <location filename="../../ui/times.py" line="11"/>
        <source>Tuesday</source>
        <translation>Thứ Ba</translation>
    </message>
    <message>
        <location filename="../../ui/recording_words.py" line="139"/>
        <location filename="../../ui/times.py" line="12"/>
        <source>Wednesday</source>
        <translation>Thứ Tư</translation>
    </message>
    <message>
        <location filename="../../ui/recording_words.py" line="140"/>
        <location filename="../../ui/times.py" line="13"/>
        <source>Thursday</source>
        <translation>Thứ Năm</translation>
    </message>
    <message>
        <location filename="../../ui/recording_words.py" line="141"/>
        <location filename="../../ui/times.py" line="14"/>
        <source>Friday</source>
        <translation>Thứ Sáu</translation>
    </message>
    <message>
        <location filename="../../ui/recording_words.py" line="142"/>
        <location filename="../../ui/times.py" line="15"/>
        <source>Saturday</source>
        <translation>Thứ Bảy</translation>
    </message>
    <message>
        <location filename="../../ui/recording_words.py" line="143"/>
        <location filename="../../ui/times.py" line="16"/>
        <source>Sunday</source>
        <translation>Chủ Nhật</translation>
    </message>
</context>
<context>
    <name>vocabulary</name>
    <message>
        <location filename="../../ui/vocabulary/category_dialog.py" line="44"/>
        <source>New category of incidents</source>
        <translation>Thêm loại vụ việc</translation>
    </message>
    <message>
        <location filename="../../ui/vocabulary/category_dialog.py" line="46"/>
        <source>Change a category of incidents</source>
        <translation>Sửa loại vụ việc</translation>
    </message>
    <message>
        <location filename="../../ui/vocabulary/category_dialog.py" line="48"/>
        <location filename="../../ui/vocabulary/phrase_dialog.py" line="38"/>
        <source>Keep</source>
        <translation>Lưu</translation>
    </message>
    <message>
        <location filename="../../ui/vocabulary/page.py" line="240"/>
        <source>Nothing fits this</source>
        <translation>Không có gì khớp</translation>
    </message>
    <message>
        <location filename="../../ui/vocabulary/page.py" line="241"/>
        <source>Esc takes the search away and shows everything again.</source>
        <translation>Esc để bỏ tìm và hiện lại tất cả.</translation>
    </message>
    <message>
        <location filename="../../ui/vocabulary/phrase_dialog.py" line="34"/>
        <source>New phrase or place</source>
        <translation>Thêm câu mẫu hoặc địa danh</translation>
    </message>
    <message>
        <location filename="../../ui/vocabulary/phrase_dialog.py" line="36"/>
        <source>Change a phrase or place</source>
        <translation>Sửa câu mẫu hoặc địa danh</translation>
    </message>
    <message>
        <location filename="../../ui/vocabulary/words.py" line="11"/>
        <source>until somebody releases it</source>
        <translation>đến khi có người cho thôi</translation>
    </message>
    <message>
        <location filename="../../ui/vocabulary/words.py" line="12"/>
        <source>{count} days</source>
        <translation>{count} ngày</translation>
    </message>
    <message>
        <location filename="../../ui/vocabulary/words.py" line="13"/>
        <source>{before} s before, {after} s after</source>
        <translation>{before} giây trước, {after} giây sau</translation>
    </message>
</context>
</TS>
