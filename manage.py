#!/usr/bin/env python3
"""Every command of the operator's page in the README."""

import os
import sys

from django.core.management import execute_from_command_line

if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "conduct.settings.production")
    execute_from_command_line(sys.argv)
