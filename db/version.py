"""The one place of the program's version; ledger lines carry `APP` as the program that wrote them."""

VERSION = "0.1.0"
APP = f"gatebook {VERSION}"
