import { onlineManager } from '@tanstack/react-query';
import { IconCloudOff } from '@tabler/icons-react';
import { useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './offline-banner.module.css';

const subscribe = (changed: () => void) => onlineManager.subscribe(changed);

/** The machine has no network: what is shown is what was known, and everything goes on by itself after. */
export function OfflineBanner() {
  const { t } = useTranslation();
  const isOnline = useSyncExternalStore(subscribe, () => onlineManager.isOnline());
  return (
    <div role="status">
      {!isOnline && (
        <p className={classes.banner}>
          <IconCloudOff size={18} aria-hidden />
          {t('offline')}
        </p>
      )}
    </div>
  );
}
