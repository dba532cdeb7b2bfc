import { Button, Group, Modal, Stack } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemAlert } from './problem-alert.tsx';

interface Question {
  title: string;
  children: ReactNode;
  /** What the button says: the thing that will be done, not "OK". */
  confirm: string;
  /** Stays open and shows the problem when this throws. */
  onConfirm: () => Promise<unknown>;
}

/**
 * Asks before something that cannot be taken back. Render `dialog` anywhere:
 * `const { dialog, ask } = useConfirm({ ... }); <Button onClick={ask}>`.
 */
export function useConfirm({ title, children, confirm, onConfirm }: Question): { dialog: ReactNode; ask: () => void } {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>();
  const ask = () => {
    setError(undefined);
    setOpen(true);
  };
  const carryOut = async () => {
    setBusy(true);
    setError(undefined);
    try {
      await onConfirm();
      setOpen(false);
    } catch (problem) {
      setError(problem);
    } finally {
      setBusy(false);
    }
  };
  const dialog = (
    <Modal opened={isOpen} onClose={() => setOpen(false)} title={title} closeButtonProps={{ 'aria-label': t('close') }}>
      <Stack gap="lg">
        {children}
        {error !== undefined && <ProblemAlert error={error} />}
        <Group justify="flex-end">
          <Button variant="default" onClick={() => setOpen(false)} data-autofocus>
            {t('leaveIt')}
          </Button>
          <Button color="ember" loading={isBusy} onClick={() => void carryOut()}>
            {confirm}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
  return { dialog, ask };
}
