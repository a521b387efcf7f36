/** A complete view of every template, with each optional part present: what the templates' variables are checked against. */
import type { TemplateName } from './template.ts';
import type { ViewOf } from './views.ts';

type Complete<T> = T extends object ? { readonly [Key in keyof T]-?: Complete<T[Key]> } : T;

const order = {
  customerName: 'Thandi Sample',
  orderNumber: 'ORD-20261120-00001',
  orderDate: '20 November 2026',
  total: 'R 250,00',
};
const trackingUrl = 'https://portal.example.com/orders/0b6f3c1e-5d0a-4c8e-9a51-7d2f6f0c9e11';
const supportAddress = 'support@example.com';

export const sampleViews: { readonly [Name in TemplateName]: Complete<ViewOf<Name>> } = {
  'customer/order_confirmation': {
    ...order,
    lines: [
      {
        productName: 'Rooibos tea, 80 bags',
        quantity: '3',
        unitPrice: 'R 50,00',
        lineDiscount: { amount: 'R 10,00' },
        lineTotal: 'R 140,00',
      },
    ],
    subtotal: 'R 200,00',
    discount: { deduction: '−R 2,61' },
    shipping: 'R 20,00',
    vat: 'R 32,61',
    campaign: { code: 'SUMMER26', description: 'Summer campaign' },
    invoice: { url: 'https://api.example.com/v1.0/invoices/0b6f3c1e?token=sample' },
    trackingUrl,
    supportAddress,
  },
  'customer/order_status_update': {
    customerName: order.customerName,
    orderNumber: order.orderNumber,
    heading: 'We have received your payment',
    explanation: 'Thank you. We will start preparing your order.',
    statusLabel: 'Paid',
    tone: 'good',
    changedAt: '20 November 2026 at 11:30',
    total: order.total,
    trackingUrl,
    supportAddress,
  },
  'customer/order_rejected': {
    customerName: order.customerName,
    orderNumber: order.orderNumber,
    orderDate: order.orderDate,
    reason: 'The cart of this order has no lines.',
    nextStep: 'Fill your cart in the portal and place the order again.',
    portalUrl: 'https://portal.example.com',
    supportAddress,
  },
  'internal/order_notification': {
    ...order,
    heading: 'Order Rejected',
    rejection: { code: 'CART_EMPTY', reason: 'The cart of this order has no lines.' },
    customerEmail: 'thandi.sample@example.com',
    itemCount: '2 lines, 4 pieces',
    adminUrl: 'https://admin.example.com/orders/0b6f3c1e-5d0a-4c8e-9a51-7d2f6f0c9e11',
  },
};
