import type { LucideIcon } from '@piloto/ui';
import {
  AppWindow,
  BookOpen,
  Bot,
  ChartNoAxesColumn,
  CircleCheck,
  FileUp,
  FlaskConical,
  ListTree,
  MessageCircle,
  Phone,
  Settings,
  SquareKanban,
  UsersRound,
} from 'lucide-react';

/** The icons that a remote may name for its navigation (lucide's names). Another name gets a neutral window. */
const ICONS: Record<string, LucideIcon> = {
  'book-open': BookOpen,
  bot: Bot,
  'chart-no-axes-column': ChartNoAxesColumn,
  'circle-check': CircleCheck,
  'file-up': FileUp,
  'flask-conical': FlaskConical,
  'list-tree': ListTree,
  'message-circle': MessageCircle,
  phone: Phone,
  settings: Settings,
  'square-kanban': SquareKanban,
  'users-round': UsersRound,
};

export const navIcon = (name: string): LucideIcon => ICONS[name] ?? AppWindow;
