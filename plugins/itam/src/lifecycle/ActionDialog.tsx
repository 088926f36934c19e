/*
 * Copyright 2026 The IT asset management for Backstage authors
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *     http://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */

import {
  Button,
  Dialog,
  DialogBody,
  DialogFooter,
  DialogHeader,
  Flex,
} from '@backstage/ui';
import { ReactNode, Ref } from 'react';
import { Problem } from '../shared';
import { useTexts } from '../translation';

/** A small dialog that asks for what one action needs. */
export const ActionDialog = (props: {
  title: string;
  /** What the button that does it says. */
  action: string;
  busy: boolean;
  error?: Error;
  isDisabled?: boolean;
  onSubmit: () => void;
  onClose: () => void;
  bodyRef?: Ref<HTMLDivElement>;
  children: ReactNode;
}) => {
  const { t } = useTexts();
  return (
    <Dialog isOpen width={560} onOpenChange={props.onClose}>
      <DialogHeader>{props.title}</DialogHeader>
      <DialogBody ref={props.bodyRef}>
        <Flex direction="column" gap="4">
          {props.children}
          <div aria-live="polite">
            {props.error && (
              <Problem
                error={props.error}
                title={t('lifecycle.dialog.refused')}
              />
            )}
          </div>
        </Flex>
      </DialogBody>
      <DialogFooter>
        <Button variant="secondary" onPress={props.onClose}>
          {t('lifecycle.dialog.leave')}
        </Button>
        <Button
          isDisabled={props.isDisabled}
          isPending={props.busy}
          onPress={props.onSubmit}
        >
          {props.action}
        </Button>
      </DialogFooter>
    </Dialog>
  );
};
