# Thin: each line calls Python, which sets the checkout up first (packages, .venv, translations).
PYTHON ?= python3
HOUSE = $(PYTHON) -m tests.house

.PHONY: help set-up demo test check proof soak bench shots

help:            ## these lines
	@sed -n 's/^\([a-z-]*\):.*## /\1: /p' Makefile

set-up:          ## only set the checkout up
	@$(HOUSE) set-up

demo:            ## a ward of 81 cameras, live, on this screen
	@$(HOUSE) demo

test:            ## all tests
	@$(HOUSE) test

check:           ## style, types, layers, translations, documents
	@$(HOUSE) check

proof:           ## what takes long or needs root: bare machines, kill cycles, soak (an hour)
	@$(HOUSE) proof

soak:            ## an hour of 36 tiles that are recorded and looked back at: nothing grows
	@$(HOUSE) soak

bench:           ## ourselves against the physical limit
	@$(HOUSE) bench

shots:           ## the pictures of the README and the manual
	@$(HOUSE) shots
