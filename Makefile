# Everything happens in conduct/bootstrap.py. ARGS goes on to it: make test ARGS="tests/unit -x"
PYTHON := $(shell for p in python3 python3.13 python3.12 python3.11; do \
	$$p -c 'import sys; sys.exit(sys.version_info < (3, 8))' 2>/dev/null && echo $$p && break; done)
TARGETS := help setup demo test test-full check bench reset lock

$(TARGETS): ; @$(or $(PYTHON),python3) conduct/bootstrap.py $@ $(ARGS)

.PHONY: $(TARGETS)
