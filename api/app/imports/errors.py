"""What can go wrong with imports."""

from http import HTTPStatus

from app.core.errors import AppError
from app.core.language import Text
from app.imports.decoding import Fault


class ImportNotFound(AppError):
    status = HTTPStatus.NOT_FOUND
    code = "import_not_found"
    title = Text("Importação não encontrada", "Import not found")
    detail = Text(
        "Esta importação não existe. Volte à lista de importações.",
        "This import does not exist. Go back to the list of imports.",
    )


class FileNotTable(AppError):
    """`fault` in the problem is one of the codes of `FAULTS`."""

    status = HTTPStatus.UNPROCESSABLE_ENTITY
    code = "file_not_table"
    title = Text("Não é um CSV que se possa ler", "Not a CSV that can be read")
    detail = Text("{reason}", "{reason}")


class ImportBusy(AppError):
    status = HTTPStatus.CONFLICT
    code = "import_state"
    title = Text("Não é possível agora", "Not possible now")
    detail = Text(
        "Esta importação está no estado “{state}”. {advice}",
        "This import is in the state “{state}”. {advice}",
    )


FAULTS: dict[Fault, Text] = {
    "empty": Text(
        "O arquivo está vazio. Envie um arquivo com cabeçalho e linhas.",
        "The file is empty. Upload a file with a header and rows.",
    ),
    "spreadsheet": Text(
        "O arquivo é uma planilha (XLSX, XLS ou ODS). Abra-a e use Salvar como → CSV, e envie o CSV.",
        "The file is a spreadsheet (XLSX, XLS or ODS). Open it, use Save as → CSV, and upload the CSV.",
    ),
    "html": Text(
        "O arquivo é uma página HTML ou XML, mesmo que se chame planilha. Abra-o no Excel e salve como CSV.",
        "The file is an HTML or XML page, whatever its name says. Open it in Excel and save it as CSV.",
    ),
    "binary": Text(
        "O arquivo não é texto. Salve a lista como CSV e envie de novo.",
        "The file is not text. Save the list as CSV and upload it again.",
    ),
    "encoding": Text(
        "O arquivo usa uma codificação desconhecida. Salve como “CSV UTF-8” e envie de novo.",
        "The file uses an unknown encoding. Save it as “CSV UTF-8” and upload it again.",
    ),
    "no_header": Text(
        "Não há linha de cabeçalho. Ponha os nomes das colunas acima da primeira linha de dados.",
        "There is no header. Put the names of the columns above the first row of data.",
    ),
    "no_rows": Text(
        "Há um cabeçalho e nenhuma linha abaixo dele. Envie um arquivo com linhas.",
        "There is a header and no row below it. Upload a file with rows.",
    ),
    "too_wide": Text(
        "O arquivo tem mais de 500 colunas. Apague as que não interessam e envie de novo.",
        "The file has more than 500 columns. Delete those of no interest and upload it again.",
    ),
}
STATES: dict[str, Text] = {
    "uploaded": Text("enviada", "uploaded"),
    "checked": Text("simulada", "checked"),
    "running": Text("em andamento", "running"),
    "done": Text("concluída", "done"),
    "cancelled": Text("cancelada", "cancelled"),
    "failed": Text("falhou", "failed"),
}
CAUSES: dict[str, Text] = {
    "unexpected": Text(
        "Algo falhou do nosso lado depois de {processed} linhas. Use Iniciar para continuar de onde parou.",
        "Something failed on our side after {processed} rows. Use Start to go on from there.",
    ),
}
