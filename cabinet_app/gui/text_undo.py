"""Taking back what was typed: the text field with the cursor comes before the steps of the register."""

from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QTextEdit


def undo_typing() -> bool:
    """Take back the last typing in the focused field; False if there is nothing typed to take back."""
    field = QApplication.focusWidget()
    if isinstance(field, QLineEdit) and field.isUndoAvailable():
        field.undo()
        return True
    if isinstance(field, QPlainTextEdit | QTextEdit) and field.document().isUndoAvailable():
        field.undo()
        return True
    return False


def redo_typing() -> bool:
    """Repeat what was taken back in the focused field; False if there is nothing."""
    field = QApplication.focusWidget()
    if isinstance(field, QLineEdit) and field.isRedoAvailable():
        field.redo()
        return True
    if isinstance(field, QPlainTextEdit | QTextEdit) and field.document().isRedoAvailable():
        field.redo()
        return True
    return False
