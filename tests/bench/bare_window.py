"""The least that a window in Python with Qt can be: it says `ready` when it has painted itself, and ends."""

import sys

from PySide6.QtCore import QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QMainWindow


class Window(QMainWindow):
    """An empty window."""

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        QTimer.singleShot(0, painted)


def painted() -> None:
    print("ready", flush=True)
    QApplication.quit()


application = QApplication(sys.argv)
window = Window()
window.resize(1366, 697)
window.show()
sys.exit(application.exec())
