"""The upload of a document: what was sent is named by its extension."""

from dataclasses import dataclass

from fastapi import Request

from app.core.errors import FieldProblem, InvalidFields
from app.core.language import Text
from app.core.upload import FIELD, documented, read_file
from app.knowledge.errors import UnsupportedFile
from app.knowledge.extraction import EXTENSIONS, Kind
from app.knowledge.schemas import TITLE_LENGTH

MEGABYTES = 30
NAMELESS = Text("O arquivo não tem nome.", "The file has no name.")
DOCUMENTED = documented("PDF, DOCX, TXT or MD", MEGABYTES)


@dataclass(frozen=True)
class Upload:
    name: str
    kind: Kind
    content: bytes


async def read_upload(request: Request) -> Upload:
    """Raises FileTooLarge, UnsupportedFile, UploadUnreadable, InvalidFields."""
    file = await read_file(request, MEGABYTES)
    name = _title(file.name)
    if not name:
        raise InvalidFields(errors=[FieldProblem(field=FIELD, message=NAMELESS.say())])
    return Upload(name, _kind(name), file.content)


def _title(name: str) -> str:
    """A long name keeps its extension."""
    stem, dot, extension = name.rpartition(".")
    if len(name) <= TITLE_LENGTH or not dot:
        return name[:TITLE_LENGTH]
    return f"{stem[: TITLE_LENGTH - len(extension) - 1]}.{extension}"


def _kind(name: str) -> Kind:
    kind = EXTENSIONS.get(name.rpartition(".")[2].lower()) if "." in name else None
    if kind is None:
        raise UnsupportedFile(name=name)
    return kind
