"""Made-up sentences, judged by the vocabulary of the real site: how soon, for which sign, for whom."""

from __future__ import annotations

import pytest

from content import site
