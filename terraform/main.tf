module "table" {
  source = "./modules/table"

  region              = var.primary_region
  replica_regions     = local.replica_regions
  environment         = var.environment
  definition          = jsondecode(file(var.table_file))
  recovery_days       = var.point_in_time_recovery_days
  deletion_protection = var.deletion_protection
}

module "region" {
  source   = "./modules/region"
  for_each = var.regions

  region          = each.key
  primary_region  = var.primary_region
  replica_regions = local.replica_regions
  # Names that are the same for the whole of AWS, or of the account, tell the second region by its name.
  name_suffix = each.key == var.primary_region ? "" : "-${each.key}"
  account_id  = var.account_id
  environment = var.environment

  functions_file = local.functions_file
  openapi_file   = var.openapi_file
  artifact       = var.artifact
  table_name     = module.table.name

  # A name that fails over has callers of either pool in either region: who signed in before is known after.
  user_pool_arns      = distinct([for settings in values(var.regions) : settings.user_pool_arn])
  ses_identity_arn    = each.value.ses_identity_arn
  cart_lambda_api_url = each.value.cart_lambda_api_url
  cart_api_arn        = each.value.cart_api_arn
  order_number_letter = each.value.order_number_letter

  cart_authentication         = var.cart_authentication
  business_time_zone          = var.business_time_zone
  customer_portal_url         = var.customer_portal_url
  admin_portal_url            = var.admin_portal_url
  ses_from_address            = var.ses_from_address
  support_email               = var.support_email
  internal_notification_email = var.internal_notification_email
  invoice_supplier            = var.invoice_supplier
  order_update_groups         = var.order_update_groups

  allowed_origins = var.allowed_origins
  throttle_rate   = var.throttle_rate
  throttle_burst  = var.throttle_burst
  waf             = var.waf
  api_domain = {
    mode            = var.domain_mode
    name            = var.api_domain
    base_path       = var.base_path
    certificate_arn = each.value.certificate_arn
    tls_policy      = var.tls_policy
    # A region's own name shows which region answers; with one region there is nothing to tell apart.
    regional_name = length(var.regions) > 1 ? "${each.key}.${var.api_domain}" : null
  }

  canary                    = var.canary
  log_level                 = var.log_level
  log_retention_days        = var.log_retention_days
  enable_xray               = var.enable_xray
  orders_glacier_after_days = var.orders_glacier_after_days
  force_destroy             = var.force_destroy
  alert_emails              = var.alert_emails
  repository_url            = var.repository_url
}
