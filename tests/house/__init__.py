"""How the house is set up, checked, tested and proved: what ``make`` calls.

Plain Python, standard library only: all of it starts on a machine that has nothing else.
"""
