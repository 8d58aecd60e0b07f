"""The wall: tiles, pages, the tree beside them."""
