import { useContext, useEffect } from 'react';
import type { ReactNode } from 'react';
import { Link } from 'react-router-dom';
import { useWide } from '../layout/useWide';
import { ConnectionLine } from './ConnectionLine';
import { Icon } from './Icon';
import { Content, Footer, Header, Page } from './ionic';
import { IsBeside } from './pane';
import './screen.css';

type Props = {
  /** The heading, and the window's title. */
  title: string;
  /** Where the back arrow leads; none on the roots of the tabs. A wide window shows no arrow to a list that stands beside. */
  back?: { to: string; label: string };
  /** At the end of the header: one or two IconActions. */
  actions?: ReactNode;
  /** Fixed under the header: a status line, segments. */
  under?: ReactNode;
  /** Fixed at the foot, under the thumb: one PrimaryAction, sometimes a quiet one. */
  footer?: ReactNode;
  /** A code such as an incident's id is set in tabular numerals and stays small. */
  code?: boolean;
  onScroll?: (top: number) => void;
  children: ReactNode;
};

const roots = ['/incidents', '/runbooks', '/more'];

/** Every screen's frame: header, the offline line, what scrolls, and the action at the thumb. */
export function Screen({ title, back, actions, under, footer, code, onScroll, children }: Props) {
  const wide = useWide();
  const beside = useContext(IsBeside);
  const goesBack = back && !(wide && roots.includes(back.to));
  useEffect(() => {
    document.title = title === 'Rouse' ? title : `${title} · Rouse`;
  }, [title]);
  return (
    <Page className="screen" beside={beside ? title : null}>
      <Header className="screen-header" beside={beside}>
        <div className="screen-bar">
          {goesBack ? <Link className="action action-icon screen-back" to={back.to} aria-label={back.label} title={back.label}><Icon name="back" /></Link> : null}
          <h1 className={code ? 'screen-code tabular' : undefined}>{title}</h1>
          <div className="screen-actions">{actions}</div>
        </div>
        <ConnectionLine />
        {under}
      </Header>
      <Content onScroll={onScroll}>
        {beside ? <div className="screen-main">{children}</div> : <main className="screen-main">{children}</main>}
      </Content>
      {footer ? <Footer className="screen-footer" beside={beside}><div className="screen-footer-inside">{footer}</div></Footer> : null}
    </Page>
  );
}
