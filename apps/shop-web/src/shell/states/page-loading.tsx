import { Skeleton, Stack } from '@mantine/core';
import { Loading } from './loading.tsx';

/** While the code of a page is on the way. */
export const PageLoading = () => (
  <Stack gap="xl" py="xl">
    <Skeleton height={40} width="40%" />
    <Loading />
  </Stack>
);
