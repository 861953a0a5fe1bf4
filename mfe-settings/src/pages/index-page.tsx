import { Navigate } from 'react-router';

/** The navigation's "Configurações": opens on the user's own page, which everybody has. */
export function IndexPage() {
  return <Navigate to="/configuracoes/perfil" replace />;
}
