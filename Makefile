# Everything a person or a machine needs to run, test and measure Facilitator.
#
#   make run        open the app on the sample workshop (with no screen: play it and leave the PDF and pictures)
#   make test       everything that guards the project
#   make torture    kill it, cut it off, fill its disk and feed it bad files: a few minutes (HOUR=1: an hour, GUARD=1: less)
#   make pictures   the README's pictures and one of every page, in build/pictures
#   make bench      the measurements, as a table
#   make lock       write requirements.lock again (UPGRADE=1 takes the newest versions)
#   make clean      remove everything that these commands made
#
# Another Python: make test PYTHON=python3.13

PYTHON ?= python3
SHELL := /bin/sh

version := $(shell $(PYTHON) -c 'import sys; print("%d.%d" % sys.version_info[:2])' 2>/dev/null)
system := $(if $(filter Windows_NT,$(OS)),Windows,$(shell uname -s))

VENV := .venv$(if $(filter-out python3,$(PYTHON)),-$(version))
bin := $(VENV)/$(if $(filter Windows,$(system)),Scripts,bin)
python := $(bin)/python
# Errors only: warnings about a machine's own package settings are noise here.
pip := $(python) -m pip --quiet --quiet --disable-pip-version-check
# The version stands in the stamp's name so that a newer python3 builds its environment again.
ready := $(VENV)/.ready-$(version)

# Macs and Windows always have a screen; elsewhere X11 or Wayland says so.
screen := $(if $(filter Linux,$(system)),$(DISPLAY)$(WAYLAND_DISPLAY),$(system))

# library:package, in Debian's and Ubuntu's names.
drawing := libGL.so.1:libgl1 libEGL.so.1:libegl1 libdbus-1.so.3:libdbus-1-3 \
	libfontconfig.so.1:libfontconfig1 libglib-2.0.so.0:libglib2.0-0 libxkbcommon.so.0:libxkbcommon0
windows := libxcb-cursor.so.0:libxcb-cursor0 libxcb-icccm.so.4:libxcb-icccm4 \
	libxcb-keysyms.so.1:libxcb-keysyms1 libxcb-shape.so.0:libxcb-shape0 \
	libxkbcommon-x11.so.0:libxkbcommon-x11-0 libX11-xcb.so.1:libx11-xcb1 \
	libwayland-cursor.so.0:libwayland-cursor0
libraries := $(drawing) $(if $(screen),$(windows))

.PHONY: help run test torture pictures bench lock clean setup system-packages
.DEFAULT_GOAL := help

help:
	@sed -n 's/^#   //p' Makefile

run: setup
ifneq ($(screen),)
	@$(bin)/facilitator open --sample
else
	@echo "There is no screen here, so the sample workshop is played through the real windows unseen."
	@QT_QPA_PLATFORM=offscreen $(bin)/facilitator demo --windows --out build/demo
	@echo "The agreement and the pictures of both windows are in $(CURDIR)/build/demo"
endif

test: setup
	@$(bin)/ruff format --check .
	@$(bin)/ruff check .
	@$(bin)/mypy
	@$(bin)/lint-imports --no-logo --no-cache
	@QT_QPA_PLATFORM=offscreen $(python) -m pytest --numprocesses auto --dist worksteal

torture: setup
	@QT_QPA_PLATFORM=offscreen $(python) -m tests.torture $(if $(HOUR),--hour) $(if $(GUARD),--guard) $(if $(SEED),--seed $(SEED))

pictures: setup
	@QT_QPA_PLATFORM=offscreen $(bin)/facilitator pictures --out build/pictures
	@cp build/pictures/2-purpose-03-only-us-console.png ui/pictures/console-purpose.png
	@cp build/pictures/3-values-negotiating-console.png ui/pictures/console-values.png
	@cp build/pictures/3-values-negotiating-room.png ui/pictures/room-values.png
	@cp build/pictures/0-note-taker.png ui/pictures/note-taker.png
	@cp build/pictures/3-values-06-rounds-history-console.png ui/pictures/console-history.png
	@echo "Every page is in $(CURDIR)/build/pictures, the README's in $(CURDIR)/ui/pictures"

bench: setup
	@QT_QPA_PLATFORM=offscreen $(python) -m benchmarks

# setuptools is asked for by name because the project itself is installed without build isolation.
lock: setup
	@$(pip) install uv
	@echo 'setuptools>=77' | $(bin)/uv pip compile --quiet --universal --python-version 3.11 \
		--generate-hashes --no-annotate --no-emit-index-url --no-emit-find-links \
		--custom-compile-command 'make lock' --extra dev $(if $(UPGRADE),--upgrade) \
		pyproject.toml - --output-file requirements.lock
	@if grep -nE 'https?:|file:' requirements.lock; then \
		echo "requirements.lock must not name an address or a folder." >&2; exit 1; fi
	@echo "requirements.lock is written."

clean:
	rm -rf build dist .venv .venv-* *.egg-info .mypy_cache .ruff_cache .pytest_cache .hypothesis \
		.import_linter_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

setup: system-packages $(ready)

$(ready): requirements.lock pyproject.toml | system-packages
	@echo "Setting up Facilitator in $(VENV) with Python $(version); this takes a minute the first time."
	@[ "$$($(python) -c 'import pip, sys; print("%d.%d" % sys.version_info[:2])' 2>/dev/null)" = $(version) ] \
		|| $(PYTHON) -m venv --clear $(VENV)
	@echo "  fetching Qt and the other packages in requirements.lock …"
	@$(pip) install --require-hashes -r requirements.lock
	@$(pip) install --no-deps --no-build-isolation -e .
	@touch $@
	@echo "  ready."

# Says what is missing, and on Debian and Ubuntu installs it; elsewhere Qt's own packages suffice.
system-packages:
	@case "$(version)" in \
	"") echo "There is no $(PYTHON) here. Facilitator needs Python 3.11, 3.12 or 3.13." >&2; exit 1;; \
	3.11|3.12|3.13) ;; \
	*) echo "$(PYTHON) is Python $(version). Facilitator needs Python 3.11, 3.12 or 3.13: install one" \
		"and name it, as in: make run PYTHON=python3.13" >&2; exit 1;; \
	esac
	@apt=; command -v apt-get >/dev/null 2>&1 && command -v dpkg >/dev/null 2>&1 && apt=yes; \
	missing=; why=; \
	if ! $(PYTHON) -c 'import ensurepip, venv' 2>/dev/null; then \
		where=$$($(PYTHON) -c 'import sys; print(sys.base_prefix)'); \
		if [ -z "$$apt" ] || [ "$$where" != /usr ]; then \
			echo "$(PYTHON) has no venv module, which sets up a place for Facilitator's packages." \
				"Install it (Debian and Ubuntu call it python$(version)-venv) and try again." >&2; \
			exit 1; \
		fi; \
		missing=python$(version)-venv; \
	fi; \
	if [ "$$apt" ] && [ "$(system)" = Linux ]; then \
		known=$$(PATH="$$PATH:/usr/sbin:/sbin" ldconfig -p); \
		for pair in $(libraries); do \
			case "$$known" in *"$${pair%%:*} "*) ;; *) missing="$$missing $${pair#*:}";; esac; \
		done; \
	fi; \
	[ "$$missing" ] || exit 0; \
	missing=$$(echo $$missing); \
	command="apt-get install --yes --no-install-recommends $$missing"; \
	root=; \
	if [ "$$(id -u)" -ne 0 ]; then \
		if ! command -v sudo >/dev/null 2>&1; then \
			echo "Facilitator needs system packages that are not here. As root, run: $$command" >&2; \
			exit 1; \
		fi; \
		root=sudo; \
	fi; \
	echo "Installing with apt-get, because Facilitator cannot set itself up or draw without them: $$missing"; \
	log=$$(mktemp); \
	if { $$root apt-get update && DEBIAN_FRONTEND=noninteractive $$root $$command; } >"$$log" 2>&1; \
	then rm -f "$$log"; \
	else cat "$$log" >&2; rm -f "$$log"; \
		echo "apt-get could not install them; the lines above say why." >&2; exit 1; \
	fi
