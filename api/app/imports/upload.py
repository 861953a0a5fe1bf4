"""The upload of a CSV."""

from dataclasses import dataclass

from fastapi import Request

from app.core.upload import documented, read_file

MEGABYTES = 50
NAME_LENGTH = 200
DOCUMENTED = documented("CSV", MEGABYTES)


@dataclass(frozen=True)
class Upload:
    name: str
    content: bytes


async def read_upload(request: Request) -> Upload:
    """Raises FileTooLarge, UploadUnreadable, InvalidFields."""
    file = await read_file(request, MEGABYTES)
    return Upload(file.name[:NAME_LENGTH] or "leads.csv", file.content)
