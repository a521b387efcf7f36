# Placeholders, marked so, have the right form and account: put what the owners of the portal, the mail domain and the Cart API give.

environment    = "prod"
account_id     = "093646564004"
primary_region = "af-south-1"

regions = {
  "af-south-1" = {
    user_pool_arn       = "arn:aws:cognito-idp:af-south-1:093646564004:userpool/af-south-1_PLACEHOLD"            # placeholder
    certificate_arn     = "arn:aws:acm:af-south-1:093646564004:certificate/00000000-0000-0000-0000-000000000000" # placeholder: for api.bbws.io and af-south-1.api.bbws.io
    ses_identity_arn    = "arn:aws:ses:af-south-1:093646564004:identity/kimmyai.io"
    cart_lambda_api_url = "https://cart.bbws.io" # placeholder
  }

  "eu-west-1" = {
    user_pool_arn       = "arn:aws:cognito-idp:eu-west-1:093646564004:userpool/eu-west-1_PLACEHOLD"             # placeholder
    certificate_arn     = "arn:aws:acm:eu-west-1:093646564004:certificate/00000000-0000-0000-0000-000000000000" # placeholder: for api.bbws.io and eu-west-1.api.bbws.io
    ses_identity_arn    = "arn:aws:ses:eu-west-1:093646564004:identity/kimmyai.io"
    cart_lambda_api_url = "https://cart.bbws.io" # placeholder
    order_number_letter = "E"
  }
}

api_domain      = "api.bbws.io"
hosted_zone_id  = "Z00000000000PLACEHOLDER"  # placeholder
allowed_origins = ["https://portal.bbws.io"] # placeholder
# Above what the account has at first: 2,500 / 1,250 in af-south-1, 10,000 / 5,000 in eu-west-1. Ask for a quota raise (docs/deployment.md).
throttle_rate  = 10000
throttle_burst = 20000
waf            = { requests_per_five_minutes = 10000 }

customer_portal_url = "https://portal.bbws.io" # placeholder
admin_portal_url    = "https://admin.bbws.io"  # placeholder
# The groups of the portal, and that of the smoke test's user: order-admin would let it read every tenant's orders.
order_update_groups         = ["order-admin", "order-smoke:paid|cancelled|refunded"]
ses_from_address            = "noreply@kimmyai.io"
support_email               = "support@kimmyai.io"
internal_notification_email = "orders@kimmyai.io" # placeholder

# placeholder, all of it
invoice_supplier = {
  name                = "BBWS (Pty) Ltd"
  address             = ["1 Example Street", "Cape Town", "8001"]
  vat_number          = "4000000000"
  registration_number = "2000/000000/07"
  bank = {
    name        = "Example Bank"
    branch_code = "000000"
    account     = "0000000000"
  }
}

point_in_time_recovery_days = 35
deletion_protection         = true
log_retention_days          = 365
canary                      = { percent = 10, minutes = 15 }
alert_emails                = ["orders@kimmyai.io"] # placeholder
monthly_budget_usd          = 5000
orders_glacier_after_days   = 730
