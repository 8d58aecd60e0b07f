"""What a player was ordered, and where it was told to stand: another can go on from there."""

from __future__ import annotations

from console.video.wire_footage import ReviewAt, ReviewGo, ReviewShow, ReviewSound, ReviewStep
from db.structs import replace

Order = ReviewGo | ReviewStep | ReviewSound


class PlayerOrders:
    """Of one player.  Whoever passes its orders on keeps one."""

    def __init__(self, at_us: int, followed: int = 0) -> None:
        self.count = followed  # orders given
        self._at_us = at_us
        self._rate = 0.0
        self._skip_gaps = True
        self._gone = followed  # the last ``ReviewGo``'s count
        self._steps: list[tuple[int, ReviewStep]] = []  # that nobody told of yet
        self._sound: ReviewSound | None = None

    def give(self, order: Order) -> int:
        """Note an order; how many there were."""
        if isinstance(order, ReviewSound):
            self._sound = order
            return self.count
        self.count += 1
        if isinstance(order, ReviewGo):
            self._steps.clear()
            self._gone = self.count
            self._rate, self._skip_gaps = order.rate, order.skip_gaps
            self._at_us = self._at_us if order.at_us is None else order.at_us
        else:
            self._rate = 0.0
            self._steps.append((self.count, order))
        return self.count

    def told(self, at: ReviewAt) -> None:
        """Note where it stands, unless that was before it went elsewhere."""
        if at.seek >= self._gone:
            self._at_us = at.at_us
            self._steps = [step for step in self._steps if step[0] > at.seek]
            if not self._steps and at.seek == self.count:
                self._rate = at.rate

    def again(self, shown: ReviewShow) -> tuple[ReviewShow, list[Order]]:
        """What another must be told: what it shows, then the orders that it follows."""
        orders: list[Order] = [replace(step, player=shown.player) for _, step in self._steps]
        if self._rate:
            orders.append(ReviewGo(shown.player, None, self._rate, self._skip_gaps))
        following = len(orders)
        if self._sound is not None:
            orders.append(replace(self._sound, player=shown.player))
        return replace(shown, at_us=self._at_us, seek=self.count - following), orders
