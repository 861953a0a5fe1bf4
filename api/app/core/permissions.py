"""Which role may do what. Routes ask for a permission, never for a role."""

from typing import Literal, get_args

from app.core.errors import Forbidden
from app.core.language import Text

Role = Literal["owner", "admin", "manager", "seller", "viewer"]
Permission = Literal[
    "leads:read",
    "leads:write",
    "leads:export",
    "imports:read",
    "imports:write",
    "agents:read",
    "agents:write",
    "knowledge:read",
    "knowledge:write",
    "members:read",
    "members:write",
    "organization:read",
    "organization:write",
    "releases:read",
]

_VIEWER: frozenset[Permission] = frozenset(
    {
        "leads:read",
        "imports:read",
        "agents:read",
        "knowledge:read",
        "members:read",
        "organization:read",
        "releases:read",
    }
)
_SELLER: frozenset[Permission] = _VIEWER | {"leads:write"}
_MANAGER: frozenset[Permission] = _SELLER | {
    "leads:export",
    "imports:write",
    "agents:write",
    "knowledge:write",
}
_ADMIN: frozenset[Permission] = _MANAGER | {"members:write", "organization:write"}

PERMISSIONS: dict[Role, frozenset[Permission]] = {
    "viewer": _VIEWER,
    "seller": _SELLER,
    "manager": _MANAGER,
    "admin": _ADMIN,
    "owner": frozenset(get_args(Permission)),
}
ROLE_NAMES: dict[Role, Text] = {
    "owner": Text("proprietário", "owner"),
    "admin": Text("administrador", "admin"),
    "manager": Text("gerente", "manager"),
    "seller": Text("vendedor", "seller"),
    "viewer": Text("leitor", "viewer"),
}


def granting_roles() -> list[Role]:
    """Roles whose members may give somebody a role, and with it permissions."""
    return [role for role in PERMISSIONS if "members:write" in PERMISSIONS[role]]


def check(role: Role, permission: Permission) -> None:
    if permission in PERMISSIONS[role]:
        return
    roles = granting_roles()
    raise Forbidden(
        permission=permission,
        roles=", ".join(ROLE_NAMES[name].say() for name in roles),
        extensions={"permission": permission, "granted_by": roles},
    )
