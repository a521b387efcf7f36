/**
 * What each template may show. Every value is text, formatted for a reader; an object that may be absent is a section.
 * A nested object never repeats a name of what encloses it: Mustache would show the outer value for an absent inner one.
 */
import type { TemplateName } from './template.ts';

type Greeted = { readonly customerName: string; readonly orderNumber: string };
type Supported = { readonly supportAddress: string };

export type LineView = {
  readonly productName: string;
  readonly quantity: string;
  readonly unitPrice: string;
  readonly lineDiscount?: { readonly amount: string };
  readonly lineTotal: string;
};

export type OrderConfirmationView = Greeted &
  Supported & {
    readonly orderDate: string;
    readonly lines: readonly LineView[];
    readonly subtotal: string;
    /** With its minus sign. */
    readonly discount?: { readonly deduction: string };
    readonly shipping: string;
    readonly vat: string;
    readonly total: string;
    readonly campaign?: { readonly code: string; readonly description: string };
    readonly invoice?: { readonly url: string };
    readonly trackingUrl: string;
  };

export type OrderStatusUpdateView = Greeted &
  Supported & {
    readonly heading: string;
    readonly explanation: string;
    readonly statusLabel: string;
    /** A class of styles.mjml, the colour of the status: never text from an order. */
    readonly tone: 'good' | 'calm' | 'closed';
    readonly changedAt: string;
    readonly total: string;
    readonly trackingUrl: string;
  };

export type OrderRejectedView = Greeted &
  Supported & {
    readonly orderDate: string;
    readonly reason: string;
    readonly nextStep: string;
    readonly portalUrl: string;
  };

export type OrderNotificationView = Greeted & {
  readonly heading: string;
  readonly rejection?: { readonly code: string; readonly reason: string };
  readonly orderDate: string;
  readonly customerEmail: string;
  readonly itemCount: string;
  readonly total: string;
  readonly adminUrl: string;
};

type ViewByName = {
  'customer/order_confirmation': OrderConfirmationView;
  'customer/order_status_update': OrderStatusUpdateView;
  'customer/order_rejected': OrderRejectedView;
  'internal/order_notification': OrderNotificationView;
};

/** The view of the template `Name`. */
export type ViewOf<Name extends TemplateName> = ViewByName[Name];
