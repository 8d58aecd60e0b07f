"""Finding the moment: changes in an area, a strip of pictures, halving."""
