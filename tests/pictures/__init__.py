"""Every page, dialog, verdict and sheet as a picture, for people to look at: `python -m tests.pictures OUT`."""
