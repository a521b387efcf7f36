# Placeholders, marked so, have the right form and account: put what the owners of the portal, the mail domain and the Cart API give.

environment    = "sit"
account_id     = "815856636111"
primary_region = "eu-west-1"

regions = {
  "eu-west-1" = {
    user_pool_arn       = "arn:aws:cognito-idp:eu-west-1:815856636111:userpool/eu-west-1_PLACEHOLD"             # placeholder
    certificate_arn     = "arn:aws:acm:eu-west-1:815856636111:certificate/00000000-0000-0000-0000-000000000000" # placeholder
    ses_identity_arn    = "arn:aws:ses:eu-west-1:815856636111:identity/kimmyai.io"
    cart_lambda_api_url = "https://cart-sit.bbws.io" # placeholder
  }
}

api_domain      = "api-sit.bbws.io"
hosted_zone_id  = "Z00000000000PLACEHOLDER"      # placeholder
allowed_origins = ["https://portal-sit.bbws.io"] # placeholder
throttle_rate   = 5000
throttle_burst  = 10000
waf             = { requests_per_five_minutes = 10000 }

customer_portal_url         = "https://portal-sit.bbws.io" # placeholder
admin_portal_url            = "https://admin-sit.bbws.io"  # placeholder
ses_from_address            = "noreply@kimmyai.io"
support_email               = "support@kimmyai.io"
internal_notification_email = "orders-sit@kimmyai.io" # placeholder

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

point_in_time_recovery_days = 14
deletion_protection         = false
log_retention_days          = 90
alert_emails                = ["orders-sit@kimmyai.io"] # placeholder
monthly_budget_usd          = 1000
