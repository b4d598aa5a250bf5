"""Files kept inside the register."""

from cabinet_app.domain.papers import Document
from cabinet_app.services.records import Records


class Documents(Records[Document]):
    record_type = "document"
