"""Facts that candidates announce, inside the transaction that makes them true."""

from django.dispatch import Signal

# application: Application. It was submitted (or imported) and must be evaluated.
application_received = Signal()
# application: Application. Something it is judged by has changed: CV read, a
# correction, a row added.
evidence_changed = Signal()
# application: Application. It moved to another status.
status_changed = Signal()
# application: Application (deleted, its key still set). Its rows are gone; what others
# keep of it in places the rows do not reach has to go in this transaction, too.
application_erased = Signal()
# document: Document. Its bytes are stored and it waits to be read.
document_stored = Signal()
# rendition: Rendition. Somebody looks at a file whose pages are not drawn yet.
rendition_wanted = Signal()
# link_request: LinkRequest. Somebody wants their link and waits for a letter.
link_requested = Signal()
# letter: Letter. It is written and waits to be sent.
letter_written = Signal()
# batch: Batch. Its author has looked at it and said that it is to be done.
batch_begun = Signal()
# made: Import. A table was looked at and is to be taken in.
import_begun = Signal()
