# Placeholders, marked so, have the right form and account: put what the owners of the portal, the mail domain and the Cart API give.

environment    = "dev"
account_id     = "536580886816"
primary_region = "eu-west-1"

regions = {
  "eu-west-1" = {
    user_pool_arn       = "arn:aws:cognito-idp:eu-west-1:536580886816:userpool/eu-west-1_PLACEHOLD"             # placeholder
    certificate_arn     = "arn:aws:acm:eu-west-1:536580886816:certificate/00000000-0000-0000-0000-000000000000" # placeholder
    ses_identity_arn    = "arn:aws:ses:eu-west-1:536580886816:identity/kimmyai.io"
    cart_lambda_api_url = "https://cart-dev.bbws.io" # placeholder
  }
}

api_domain      = "api-dev.bbws.io"
hosted_zone_id  = "Z00000000000PLACEHOLDER"                               # placeholder
allowed_origins = ["https://portal-dev.bbws.io", "http://localhost:3000"] # the first a placeholder
throttle_rate   = 1000
throttle_burst  = 2000

customer_portal_url         = "https://portal-dev.bbws.io" # placeholder
admin_portal_url            = "https://admin-dev.bbws.io"  # placeholder
ses_from_address            = "test@kimmyai.io"
support_email               = "support@kimmyai.io"
internal_notification_email = "orders-dev@kimmyai.io" # placeholder

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

point_in_time_recovery_days = 7
deletion_protection         = false
force_destroy               = true
log_retention_days          = 30
alert_emails                = ["orders-dev@kimmyai.io"] # placeholder
monthly_budget_usd          = 500
