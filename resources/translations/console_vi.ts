<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="vi_VN" sourcelanguage="en">
    <context>
        <name>CameraDialog</name>
        <message>
            <source>Add a camera</source>
            <translation>Thêm camera</translation>
        </message>
        <message>
            <source>Change a camera</source>
            <translation>Sửa camera</translation>
        </message>
        <message>
            <source>* must be filled in</source>
            <translation>* bắt buộc nhập</translation>
        </message>
        <message>
            <source>Try (Ctrl+T)</source>
            <translation>Thử (Ctrl+T)</translation>
        </message>
        <message>
            <source>Show the camera's picture without keeping it (Ctrl+T)</source>
            <translation>Xem thử hình của camera, chưa lưu (Ctrl+T)</translation>
        </message>
        <message>
            <source>Add camera</source>
            <translation>Thêm camera</translation>
        </message>
        <message>
            <source>Keep</source>
            <translation>Lưu</translation>
        </message>
        <message>
            <source>Keep this camera (Enter)</source>
            <translation>Lưu camera này (Enter)</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Huỷ</translation>
        </message>
        <message>
            <source>Close without keeping (Esc)</source>
            <translation>Đóng, không lưu (Esc)</translation>
        </message>
        <message>
            <source>Number</source>
            <translation>Số</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>Tên</translation>
        </message>
        <message>
            <source>New cluster…</source>
            <translation>Cụm mới…</translation>
        </message>
        <message>
            <source>Cluster</source>
            <translation>Cụm camera</translation>
        </message>
        <message>
            <source>Name of the new cluster</source>
            <translation>Tên cụm mới</translation>
        </message>
        <message>
            <source>such as rtsp://192.168.1.20:554/Streaming/Channels/101</source>
            <translation>ví dụ rtsp://192.168.1.20:554/Streaming/Channels/101</translation>
        </message>
        <message>
            <source>Main stream</source>
            <translation>Luồng chính</translation>
        </message>
        <message>
            <source>the small picture for many tiles; saves the line and this PC</source>
            <translation>hình nhỏ dùng khi xem nhiều ô; nhẹ đường truyền và máy</translation>
        </message>
        <message>
            <source>Sub stream</source>
            <translation>Luồng phụ</translation>
        </message>
        <message>
            <source>User</source>
            <translation>Tài khoản</translation>
        </message>
        <message>
            <source>leave empty to keep the present one</source>
            <translation>để trống nếu giữ mật khẩu cũ</translation>
        </message>
        <message>
            <source>Password</source>
            <translation>Mật khẩu</translation>
        </message>
        <message>
            <source>TCP (safe choice)</source>
            <translation>TCP (nên dùng)</translation>
        </message>
        <message>
            <source>UDP</source>
            <translation>UDP</translation>
        </message>
        <message>
            <source>Transport</source>
            <translation>Cách truyền</translation>
        </message>
        <message>
            <source>Esc once more throws away what you have typed.</source>
            <translation>Bấm Esc lần nữa sẽ bỏ những gì đã nhập.</translation>
        </message>
    </context>
    <context>
        <name>CameraTree</name>
        <message>
            <source>Find a camera…</source>
            <translation>Tìm camera…</translation>
        </message>
        <message>
            <source>Find a camera</source>
            <translation>Tìm camera</translation>
        </message>
        <message>
            <source>Cameras by cluster</source>
            <translation>Camera theo cụm</translation>
        </message>
        <message>
            <source>No camera has such a name or number.</source>
            <translation>Không có camera nào có tên hoặc số như vậy.</translation>
        </message>
        <message>
            <source>{cluster} · {team}</source>
            <translation>{cluster} · {team}</translation>
        </message>
        <message>
            <source>{number:02}  {name}</source>
            <translation>{number:02}  {name}</translation>
        </message>
        <message>
            <source>{camera}: {state}</source>
            <translation>{camera}: {state}</translation>
        </message>
    </context>
    <context>
        <name>CrashNotice</name>
        <message>
            <source>Something in this program went wrong (error {number}). The pictures go on. Write the number down and tell the administrator.</source>
            <translation>Chương trình vừa gặp lỗi (mã {number}). Hình ảnh vẫn tiếp tục. Hãy ghi lại mã này và báo quản trị.</translation>
        </message>
    </context>
    <context>
        <name>DemoWindow</name>
        <message>
            <source>The demo ward's streets are being drawn, this once: {percent} % done.</source>
            <translation>Đang vẽ các đường phố của phường mẫu, chỉ một lần: {percent} %.</translation>
        </message>
    </context>
    <context>
        <name>DeviceTable</name>
        <message>
            <source>No.</source>
            <translation>Số</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>Tên</translation>
        </message>
        <message>
            <source>Cluster</source>
            <translation>Cụm</translation>
        </message>
        <message>
            <source>Team</source>
            <translation>Tổ</translation>
        </message>
        <message>
            <source>Address</source>
            <translation>Địa chỉ</translation>
        </message>
        <message>
            <source>Streams</source>
            <translation>Luồng</translation>
        </message>
        <message>
            <source>State</source>
            <translation>Trạng thái</translation>
        </message>
        <message>
            <source>For</source>
            <translation>Thời gian</translation>
        </message>
        <message>
            <source>fps</source>
            <translation>hình/s</translation>
        </message>
        <message>
            <source>kbit/s</source>
            <translation>kbit/s</translation>
        </message>
        <message>
            <source>main</source>
            <translation>chính</translation>
        </message>
        <message>
            <source>sub</source>
            <translation>phụ</translation>
        </message>
    </context>
    <context>
        <name>DevicesPage</name>
        <message>
            <source>Devices</source>
            <translation>Thiết bị</translation>
        </message>
        <message>
            <source>Find by number, name, cluster, address…</source>
            <translation>Tìm theo số, tên, cụm, địa chỉ…</translation>
        </message>
        <message>
            <source>Find a camera</source>
            <translation>Tìm camera</translation>
        </message>
        <message>
            <source>Show by state</source>
            <translation>Lọc theo trạng thái</translation>
        </message>
        <message>
            <source>All states</source>
            <translation>Mọi trạng thái</translation>
        </message>
        <message>
            <source>Live</source>
            <translation>Đang trực tiếp</translation>
        </message>
        <message>
            <source>Lost</source>
            <translation>Mất hình</translation>
        </message>
        <message>
            <source>Password refused</source>
            <translation>Sai mật khẩu</translation>
        </message>
        <message>
            <source>No camera yet</source>
            <translation>Chưa có camera nào</translation>
        </message>
        <message>
            <source>Add the first camera by its RTSP address, or import a list (CSV).</source>
            <translation>Thêm camera đầu tiên bằng địa chỉ RTSP, hoặc nhập danh sách (CSV).</translation>
        </message>
        <message>
            <source>{count} cameras</source>
            <translation>{count} camera</translation>
        </message>
        <message>
            <source>{shown} of {count} cameras</source>
            <translation>{shown} trên {count} camera</translation>
        </message>
        <message>
            <source>Import a list</source>
            <translation>Nhập danh sách</translation>
        </message>
        <message>
            <source>Lists (*.csv *.txt);;All files (*)</source>
            <translation>Danh sách (*.csv *.txt);;Mọi tệp (*)</translation>
        </message>
        <message>
            <source>Export the list</source>
            <translation>Xuất danh sách</translation>
        </message>
        <message>
            <source>Lists (*.csv)</source>
            <translation>Danh sách (*.csv)</translation>
        </message>
        <message>
            <source>{file} could not be written. Choose another folder.</source>
            <translation>Không ghi được {file}. Hãy chọn thư mục khác.</translation>
        </message>
    </context>
    <context>
        <name>ImportDialog</name>
        <message>
            <source>Import a list</source>
            <translation>Nhập danh sách</translation>
        </message>
        <message>
            <source>Import {file}</source>
            <translation>Nhập {file}</translation>
        </message>
        <message>
            <source>Reading the list…</source>
            <translation>Đang đọc danh sách…</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Huỷ</translation>
        </message>
        <message>
            <source>Close without importing (Esc)</source>
            <translation>Đóng, không nhập (Esc)</translation>
        </message>
        <message>
            <source>Import</source>
            <translation>Nhập</translation>
        </message>
        <message>
            <source>Keep all rows that are in order (Enter)</source>
            <translation>Lưu mọi dòng hợp lệ (Enter)</translation>
        </message>
        <message>
            <source>What was found in each row</source>
            <translation>Kết quả kiểm tra từng dòng</translation>
        </message>
        <message>
            <source>Row</source>
            <translation>Dòng</translation>
        </message>
        <message>
            <source>Camera</source>
            <translation>Camera</translation>
        </message>
        <message>
            <source>Result</source>
            <translation>Kết quả</translation>
        </message>
        <message>
            <source>Column</source>
            <translation>Cột</translation>
        </message>
        <message>
            <source>What to do</source>
            <translation>Cách xử lý</translation>
        </message>
        <message>
            <source>{rows} rows: {good} in order, {bad} left out.</source>
            <translation>{rows} dòng: {good} hợp lệ, {bad} bỏ qua.</translation>
        </message>
        <message>
            <source>Columns that are not known and not read: {columns}.</source>
            <translation>Cột không rõ, không đọc: {columns}.</translation>
        </message>
        <message>
            <source>Import {count} cameras</source>
            <translation>Nhập {count} camera</translation>
        </message>
        <message>
            <source>in order</source>
            <translation>hợp lệ</translation>
        </message>
        <message>
            <source>double</source>
            <translation>trùng</translation>
        </message>
        <message>
            <source>left out</source>
            <translation>bỏ qua</translation>
        </message>
        <message>
            <source>Number</source>
            <translation>Số</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>Tên</translation>
        </message>
        <message>
            <source>Cluster</source>
            <translation>Cụm</translation>
        </message>
        <message>
            <source>Team</source>
            <translation>Tổ</translation>
        </message>
        <message>
            <source>Main stream</source>
            <translation>Luồng chính</translation>
        </message>
        <message>
            <source>Sub stream</source>
            <translation>Luồng phụ</translation>
        </message>
        <message>
            <source>User</source>
            <translation>Tài khoản</translation>
        </message>
        <message>
            <source>Password</source>
            <translation>Mật khẩu</translation>
        </message>
        <message>
            <source>Transport</source>
            <translation>Cách truyền</translation>
        </message>
    </context>
    <context>
        <name>MainWindow</name>
        <message>
            <source>Ward camera console</source>
            <translation>Bàn trực camera phường</translation>
        </message>
        <message>
            <source>Opening the station…</source>
            <translation>Đang mở dữ liệu của trạm…</translation>
        </message>
        <message>
            <source>The station cannot be opened.
{reason}</source>
            <translation>Không mở được dữ liệu của trạm.
{reason}</translation>
        </message>
        <message>
            <source>The picture engine has stopped and is being restarted. Please wait.</source>
            <translation>Bộ xử lý hình đã dừng và đang được khởi động lại. Vui lòng chờ.</translation>
        </message>
    </context>
    <context>
        <name>NoticeBar</name>
        <message>
            <source>Read</source>
            <translation>Đã đọc</translation>
        </message>
        <message>
            <source>Close this notice</source>
            <translation>Đóng thông báo này</translation>
        </message>
    </context>
    <context>
        <name>RemoveDialog</name>
        <message>
            <source>Remove a camera</source>
            <translation>Xoá camera</translation>
        </message>
        <message>
            <source>{number:02} {name}</source>
            <translation>{number:02} {name}</translation>
        </message>
        <message>
            <source>Its address and password are forgotten. This cannot be undone.</source>
            <translation>Địa chỉ và mật khẩu của camera sẽ bị xoá. Không thể hoàn tác.</translation>
        </message>
        <message>
            <source>Keep it</source>
            <translation>Giữ lại</translation>
        </message>
        <message>
            <source>Close and change nothing (Esc)</source>
            <translation>Đóng, không thay đổi gì (Esc)</translation>
        </message>
        <message>
            <source>Remove camera {number:02} and its password</source>
            <translation>Xoá camera {number:02} và mật khẩu</translation>
        </message>
    </context>
    <context>
        <name>StatusStrip</name>
        <message>
            <source>Picture engine: starting</source>
            <translation>Bộ xử lý hình: đang khởi động</translation>
        </message>
        <message>
            <source>Picture engine: running</source>
            <translation>Bộ xử lý hình: đang chạy</translation>
        </message>
        <message>
            <source>Picture engine: running again</source>
            <translation>Bộ xử lý hình: đã chạy lại</translation>
        </message>
        <message>
            <source>Picture engine: restarting</source>
            <translation>Bộ xử lý hình: đang khởi động lại</translation>
        </message>
        <message>
            <source>{count} live</source>
            <translation>{count} trực tiếp</translation>
        </message>
        <message>
            <source>{count} lost</source>
            <translation>{count} mất hình</translation>
        </message>
        <message>
            <source>{count} refused</source>
            <translation>{count} sai mật khẩu</translation>
        </message>
        <message>
            <source>{count}: show them in Devices</source>
            <translation>{count}: xem trong Thiết bị</translation>
        </message>
    </context>
    <context>
        <name>Trial</name>
        <message>
            <source>Try shows the camera's picture here before it is kept.</source>
            <translation>Bấm Thử để xem hình của camera ở đây trước khi lưu.</translation>
        </message>
        <message>
            <source>Calling the camera…</source>
            <translation>Đang gọi camera…</translation>
        </message>
        <message>
            <source>Trust this certificate (Ctrl+Shift+T)</source>
            <translation>Tin chứng thư này (Ctrl+Shift+T)</translation>
        </message>
        <message>
            <source>From now on only this certificate opens the camera (Ctrl+Shift+T)</source>
            <translation>Từ nay chỉ chứng thư này mở được camera (Ctrl+Shift+T)</translation>
        </message>
        <message>
            <source>No authority vouches for this camera. Compare the fingerprint of its certificate (SHA-256) with the one on the camera&apos;s own page, then trust it:
{fingerprint}</source>
            <translation>Không tổ chức nào xác nhận camera này. Hãy so dấu vân tay chứng thư (SHA-256) với trang cấu hình của chính camera, rồi bấm tin:
{fingerprint}</translation>
        </message>
        <message>
            <source>The camera is live.</source>
            <translation>Camera có hình trực tiếp.</translation>
        </message>
        <message>
            <source>The camera is live: {figures}</source>
            <translation>Camera có hình trực tiếp: {figures}</translation>
        </message>
        <message>
            <source>No picture came</source>
            <translation>Không nhận được hình</translation>
        </message>
        <message>
            <source>{what}. {advice}</source>
            <translation>{what}. {advice}</translation>
        </message>
    </context>
    <context>
        <name>WallCanvas</name>
        <message>
            <source>Wall of cameras</source>
            <translation>Tường camera</translation>
        </message>
    </context>
    <context>
        <name>WallPage</name>
        <message>
            <source>This station has no camera yet</source>
            <translation>Trạm chưa có camera nào</translation>
        </message>
        <message>
            <source>Open Devices (Ctrl+2) and add the first camera, or import a list.</source>
            <translation>Mở Thiết bị (Ctrl+2) để thêm camera đầu tiên hoặc nhập danh sách.</translation>
        </message>
        <message>
            <source>Open Devices (Ctrl+2)</source>
            <translation>Mở Thiết bị (Ctrl+2)</translation>
        </message>
        <message>
            <source>Page {page} of {pages}</source>
            <translation>Trang {page}/{pages}</translation>
        </message>
    </context>
    <context>
        <name>keys</name>
        <message>
            <source>Wall</source>
            <translation>Tường</translation>
        </message>
        <message>
            <source>Devices</source>
            <translation>Thiết bị</translation>
        </message>
        <message>
            <source>Full screen</source>
            <translation>Toàn màn hình</translation>
        </message>
        <message>
            <source>Next theme</source>
            <translation>Đổi giao diện sáng, tối</translation>
        </message>
        <message>
            <source>Show or hide the list</source>
            <translation>Hiện hoặc ẩn danh sách</translation>
        </message>
        <message>
            <source>Find a camera</source>
            <translation>Tìm camera</translation>
        </message>
        <message>
            <source>1 camera</source>
            <translation>1 camera</translation>
        </message>
        <message>
            <source>4 cameras</source>
            <translation>4 camera</translation>
        </message>
        <message>
            <source>9 cameras</source>
            <translation>9 camera</translation>
        </message>
        <message>
            <source>16 cameras</source>
            <translation>16 camera</translation>
        </message>
        <message>
            <source>25 cameras</source>
            <translation>25 camera</translation>
        </message>
        <message>
            <source>36 cameras</source>
            <translation>36 camera</translation>
        </message>
        <message>
            <source>64 cameras</source>
            <translation>64 camera</translation>
        </message>
        <message>
            <source>81 cameras</source>
            <translation>81 camera</translation>
        </message>
        <message>
            <source>All cameras</source>
            <translation>Tất cả</translation>
        </message>
        <message>
            <source>Next page</source>
            <translation>Trang sau</translation>
        </message>
        <message>
            <source>Previous page</source>
            <translation>Trang trước</translation>
        </message>
        <message>
            <source>Choose the tile on the left</source>
            <translation>Chọn ô bên trái</translation>
        </message>
        <message>
            <source>Choose the tile on the right</source>
            <translation>Chọn ô bên phải</translation>
        </message>
        <message>
            <source>Choose the tile above</source>
            <translation>Chọn ô phía trên</translation>
        </message>
        <message>
            <source>Choose the tile below</source>
            <translation>Chọn ô phía dưới</translation>
        </message>
        <message>
            <source>Open</source>
            <translation>Mở</translation>
        </message>
        <message>
            <source>Camera number</source>
            <translation>Số camera</translation>
        </message>
        <message>
            <source>One camera and back</source>
            <translation>Phóng một camera, và trở lại</translation>
        </message>
        <message>
            <source>Figures of the chosen camera</source>
            <translation>Thông số của camera đang chọn</translation>
        </message>
        <message>
            <source>One step back</source>
            <translation>Lùi một bước</translation>
        </message>
        <message>
            <source>Add a camera</source>
            <translation>Thêm camera</translation>
        </message>
        <message>
            <source>Change</source>
            <translation>Sửa</translation>
        </message>
        <message>
            <source>Remove</source>
            <translation>Xoá</translation>
        </message>
        <message>
            <source>Import a list</source>
            <translation>Nhập danh sách</translation>
        </message>
        <message>
            <source>Export the list</source>
            <translation>Xuất danh sách</translation>
        </message>
    </context>
    <context>
        <name>messages</name>
        <message>
            <source>Connecting</source>
            <translation>Đang kết nối</translation>
        </message>
        <message>
            <source>Live</source>
            <translation>Trực tiếp</translation>
        </message>
        <message>
            <source>Packets lost</source>
            <translation>Mất gói tin</translation>
        </message>
        <message>
            <source>Picture lost</source>
            <translation>Mất hình</translation>
        </message>
        <message>
            <source>Offline</source>
            <translation>Mất kết nối</translation>
        </message>
        <message>
            <source>Unknown certificate</source>
            <translation>Chứng thư lạ</translation>
        </message>
        <message>
            <source>Password refused</source>
            <translation>Sai mật khẩu</translation>
        </message>
        <message>
            <source>Cannot be shown</source>
            <translation>Không xem được</translation>
        </message>
        <message>
            <source>Not watched</source>
            <translation>Không xem</translation>
        </message>
        <message>
            <source>No answer. Check its power and line; call the team.</source>
            <translation>Không trả lời. Kiểm tra nguồn, đường truyền; gọi tổ phụ trách.</translation>
        </message>
        <message>
            <source>The device is there, its port is closed. Check the port.</source>
            <translation>Có thiết bị nhưng cổng đóng. Kiểm tra số cổng.</translation>
        </message>
        <message>
            <source>Connected, no picture comes. Restart the camera if it lasts.</source>
            <translation>Đã kết nối nhưng không có hình. Nếu kéo dài, khởi động lại camera.</translation>
        </message>
        <message>
            <source>The camera ended the session. It is being called again.</source>
            <translation>Camera đã ngắt phiên. Đang gọi lại.</translation>
        </message>
        <message>
            <source>The camera has no room for one more viewer. It is being called again.</source>
            <translation>Camera đã đủ người xem. Đang gọi lại.</translation>
        </message>
        <message>
            <source>What answers is not a camera stream. Check the address.</source>
            <translation>Nơi trả lời không phải luồng camera. Kiểm tra địa chỉ.</translation>
        </message>
        <message>
            <source>The camera has no such stream. Check the path in its address.</source>
            <translation>Camera không có luồng này. Kiểm tra đường dẫn trong địa chỉ.</translation>
        </message>
        <message>
            <source>User or password is wrong. Correct it in Devices (F2).</source>
            <translation>Sai tài khoản hoặc mật khẩu. Sửa trong Thiết bị (F2).</translation>
        </message>
        <message>
            <source>The camera points to another address; we do not follow.</source>
            <translation>Camera chỉ sang địa chỉ khác; chương trình không đi theo.</translation>
        </message>
        <message>
            <source>Unknown picture format. Set the camera to H.264 or H.265.</source>
            <translation>Định dạng hình lạ. Đặt camera về H.264 hoặc H.265.</translation>
        </message>
        <message>
            <source>The picture is too large. Choose a smaller size at the camera.</source>
            <translation>Hình quá lớn. Đặt độ phân giải nhỏ hơn ở camera.</translation>
        </message>
        <message>
            <source>Its certificate is not trusted. Ask the administrator.</source>
            <translation>Chứng thư của camera chưa được tin cậy. Hỏi quản trị.</translation>
        </message>
        <message>
            <source>Packets are lost on the way. The line is overloaded or weak.</source>
            <translation>Mất gói tin trên đường. Đường truyền quá tải hoặc yếu.</translation>
        </message>
        <message>
            <source>The picture engine is being restarted. Please wait a few seconds.</source>
            <translation>Bộ xử lý hình đang khởi động lại. Vui lòng chờ vài giây.</translation>
        </message>
        <message>
            <source>Nobody is watching this camera now.</source>
            <translation>Hiện không ai xem camera này.</translation>
        </message>
        <message>
            <source>full</source>
            <translation>đầy đủ</translation>
        </message>
        <message>
            <source>sub stream: the tile is small</source>
            <translation>luồng phụ: ô nhỏ</translation>
        </message>
        <message>
            <source>sub stream: there is no main stream</source>
            <translation>luồng phụ: không có luồng chính</translation>
        </message>
        <message>
            <source>main stream: there is no sub stream</source>
            <translation>luồng chính: không có luồng phụ</translation>
        </message>
        <message>
            <source>key frames only: this PC is busy</source>
            <translation>chỉ hình khoá: máy đang bận</translation>
        </message>
        <message>
            <source>The address must begin with rtsp:// or rtsps://.</source>
            <translation>Địa chỉ phải bắt đầu bằng rtsp:// hoặc rtsps://.</translation>
        </message>
        <message>
            <source>Type the camera's IP address, such as 192.168.1.20.</source>
            <translation>Nhập địa chỉ IP của camera, ví dụ 192.168.1.20.</translation>
        </message>
        <message>
            <source>Names are not allowed here: type the camera's IP address.</source>
            <translation>Không dùng tên miền ở đây: nhập địa chỉ IP của camera.</translation>
        </message>
        <message>
            <source>This address is this PC itself, not a camera.</source>
            <translation>Địa chỉ này là chính máy này, không phải camera.</translation>
        </message>
        <message>
            <source>The port must be a number from 1 to 65535.</source>
            <translation>Cổng phải là số từ 1 đến 65535.</translation>
        </message>
        <message>
            <source>It holds a blank or a sign that is not allowed.</source>
            <translation>Có dấu cách hoặc ký tự không được phép.</translation>
        </message>
        <message>
            <source>It is too long.</source>
            <translation>Dài quá.</translation>
        </message>
        <message>
            <source>User and password in the address cannot be read; type them in their fields.</source>
            <translation>Không đọc được tài khoản và mật khẩu trong địa chỉ; hãy nhập vào ô riêng.</translation>
        </message>
        <message>
            <source>Type something here.</source>
            <translation>Chưa nhập ô này.</translation>
        </message>
        <message>
            <source>Type a whole number from 1 to 9999.</source>
            <translation>Nhập số nguyên từ 1 đến 9999.</translation>
        </message>
        <message>
            <source>Type the main or the sub address, or both.</source>
            <translation>Nhập địa chỉ luồng chính hoặc luồng phụ, hoặc cả hai.</translation>
        </message>
        <message>
            <source>Main and sub address must be of the same device.</source>
            <translation>Luồng chính và luồng phụ phải cùng một thiết bị.</translation>
        </message>
        <message>
            <source>The address holds another login than this field. Leave one of them out.</source>
            <translation>Đăng nhập trong địa chỉ khác với ô này. Hãy bỏ bớt một nơi.</translation>
        </message>
        <message>
            <source>The camera's address is another one: type the password again.</source>
            <translation>Địa chỉ camera đã đổi: hãy nhập lại mật khẩu.</translation>
        </message>
        <message>
            <source>This word is not known here.</source>
            <translation>Không hiểu từ này.</translation>
        </message>
        <message>
            <source>The number is in use.</source>
            <translation>Số này đã dùng.</translation>
        </message>
        <message>
            <source>A camera with this address is there already.</source>
            <translation>Đã có camera với địa chỉ này.</translation>
        </message>
        <message>
            <source>A quotation mark is not closed in this row.</source>
            <translation>Dòng này thiếu dấu ngoặc kép đóng.</translation>
        </message>
        <message>
            <source>A cell of this row is far too long.</source>
            <translation>Một ô của dòng này dài quá mức.</translation>
        </message>
        <message>
            <source>This cannot be a camera's address. Type the camera's own IP address.</source>
            <translation>Đây không thể là địa chỉ camera. Nhập địa chỉ IP của chính camera.</translation>
        </message>
        <message>
            <source>The camera does not answer. Check its power and line, then try again.</source>
            <translation>Camera không trả lời. Kiểm tra nguồn và đường truyền rồi thử lại.</translation>
        </message>
        <message>
            <source>The camera refuses this user or password. Type them again.</source>
            <translation>Camera từ chối tài khoản hoặc mật khẩu này. Hãy nhập lại.</translation>
        </message>
        <message>
            <source>The camera sends something that cannot be shown. Set it to H.264 or H.265.</source>
            <translation>Camera gửi dữ liệu không xem được. Đặt về H.264 hoặc H.265.</translation>
        </message>
        <message>
            <source>The camera answered and then failed. Try again; restart it if it lasts.</source>
            <translation>Camera trả lời rồi hỏng. Thử lại; nếu kéo dài, khởi động lại camera.</translation>
        </message>
        <message>
            <source>The camera's certificate is not trusted. Ask the administrator.</source>
            <translation>Chứng thư của camera chưa được tin cậy. Hỏi quản trị.</translation>
        </message>
        <message>
            <source>This file is not a list of cameras that can be read. Save it as CSV UTF-8.</source>
            <translation>Tệp này không phải danh sách camera đọc được. Hãy lưu dạng CSV UTF-8.</translation>
        </message>
        <message>
            <source>Number {number} is in use. Type another; {number} stays with its camera.</source>
            <translation>Số {number} đã dùng. Nhập số khác; số {number} giữ nguyên cho camera của nó.</translation>
        </message>
        <message>
            <source>This name is in use. Type another.</source>
            <translation>Tên này đã dùng. Nhập tên khác.</translation>
        </message>
        <message>
            <source>Somebody has removed this meanwhile. Nothing was changed.</source>
            <translation>Mục này vừa bị người khác xoá. Không có gì thay đổi.</translation>
        </message>
        <message>
            <source>The cluster still has cameras. Move them to another cluster first.</source>
            <translation>Cụm vẫn còn camera. Hãy chuyển camera sang cụm khác trước.</translation>
        </message>
        <message>
            <source>Nothing was kept: the disk is full or may not be written. Free some space.</source>
            <translation>Chưa lưu được: đĩa đầy hoặc không được ghi. Hãy giải phóng chỗ trống.</translation>
        </message>
        <message>
            <source>The station's data was written by a newer version. Update this program.</source>
            <translation>Dữ liệu của trạm do bản mới hơn ghi. Hãy cập nhật chương trình.</translation>
        </message>
        <message>
            <source>The station's data cannot be read. Call the administrator; change nothing.</source>
            <translation>Không đọc được dữ liệu của trạm. Gọi quản trị; đừng thay đổi gì.</translation>
        </message>
        <message>
            <source>Camera passwords cannot be read or kept. Call the administrator.</source>
            <translation>Không đọc hoặc lưu được mật khẩu camera. Gọi quản trị.</translation>
        </message>
        <message>
            <source>The picture engine does not answer. It is being restarted.</source>
            <translation>Bộ xử lý hình không trả lời. Đang khởi động lại.</translation>
        </message>
        <message>
            <source>station.toml holds something that cannot be used: {reason}</source>
            <translation>station.toml có mục không dùng được: {reason}</translation>
        </message>
        <message>
            <source>It did not work: {reason}</source>
            <translation>Không thực hiện được: {reason}</translation>
        </message>
    </context>
    <context>
        <name>tile</name>
        <message>
            <source>Picture lost {time}</source>
            <translation>Mất hình {time}</translation>
        </message>
        <message>
            <source>Offline {time}</source>
            <translation>Mất kết nối {time}</translation>
        </message>
        <message>
            <source>No figures: not shown now</source>
            <translation>Chưa có thông số: hiện không xem</translation>
        </message>
        <message>
            <source>{codec} {width}×{height} · {fps:.1f} fps · {rate:.0f} kbit/s · {lost} lost · {load}</source>
            <translation>{codec} {width}×{height} · {fps:.1f} hình/s · {rate:.0f} kbit/s · mất {lost} · {load}</translation>
        </message>
        <message>
            <source>{number:02} {name}</source>
            <translation>{number:02} {name}</translation>
        </message>
        <message>
            <source>Cluster {number} {name}</source>
            <translation>Cụm {number} {name}</translation>
        </message>
    </context>
    <context>
        <name>times</name>
        <message>
            <source>Monday</source>
            <translation>Thứ Hai</translation>
        </message>
        <message>
            <source>Tuesday</source>
            <translation>Thứ Ba</translation>
        </message>
        <message>
            <source>Wednesday</source>
            <translation>Thứ Tư</translation>
        </message>
        <message>
            <source>Thursday</source>
            <translation>Thứ Năm</translation>
        </message>
        <message>
            <source>Friday</source>
            <translation>Thứ Sáu</translation>
        </message>
        <message>
            <source>Saturday</source>
            <translation>Thứ Bảy</translation>
        </message>
        <message>
            <source>Sunday</source>
            <translation>Chủ Nhật</translation>
        </message>
    </context>
</TS>
