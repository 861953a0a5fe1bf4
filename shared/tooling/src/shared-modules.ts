/**
 * What the shell hands over to remotes, and which names of it. Shell and remotes are both built from this list.
 *
 * Names, because a namespace that is handed over whole (`import * as Router`) defeats tree-shaking: handing over only the names in
 * use took the shell from 148 to 104 kB (brotli). `true` stands for the whole namespace. A name that is missing here would be
 * `undefined` in a remote at run time, so the remote preset refuses it at build time.
 */
export const SHARED_MODULES: Record<string, true | readonly string[]> = {
  react: true,
  'react/jsx-runtime': true,
  'react-dom': true,
  'react-dom/client': ['createRoot'],
  '@tanstack/react-query': [
    'QueryClient',
    'QueryClientProvider',
    'infiniteQueryOptions',
    'keepPreviousData',
    'mutationOptions',
    'queryOptions',
    'useInfiniteQuery',
    'useIsMutating',
    'useMutation',
    'useQueries',
    'useQuery',
    'useQueryClient',
  ],
  zustand: ['create', 'useStore'],
  'react-router': [
    'BrowserRouter',
    'Link',
    'NavLink',
    'Navigate',
    'Outlet',
    'Route',
    'Routes',
    'useLocation',
    'useMatch',
    'useNavigate',
    'useParams',
    'useSearchParams',
  ],
  '@piloto/runtime': true,
};
