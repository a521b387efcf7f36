locals {
  # The value of every variable that functions.json may list, the queues' apart.
  shared_environment = {
    ADMIN_PORTAL_URL            = var.admin_portal_url
    ALLOWED_ORIGINS             = join(",", var.allowed_origins)
    API_BASE_URL                = join("/", compact(["https://${var.api_domain.name}", var.api_domain.base_path]))
    BUSINESS_TIME_ZONE          = var.business_time_zone
    CART_AUTHENTICATION         = var.cart_authentication
    CART_LAMBDA_API_URL         = var.cart_lambda_api_url
    CUSTOMER_PORTAL_URL         = var.customer_portal_url
    DYNAMODB_TABLE_NAME         = var.table_name
    ENABLE_XRAY                 = tostring(var.enable_xray)
    ENVIRONMENT                 = var.environment
    INTERNAL_NOTIFICATION_EMAIL = var.internal_notification_email
    INVOICE_SUPPLIER            = jsonencode(local.supplier)
    LOG_LEVEL                   = var.log_level
    ORDER_EVENTS_TOPIC_ARN      = local.arn.topic
    ORDER_NUMBER_REGION         = var.order_number_letter
    ORDER_UPDATE_GROUPS         = join(",", var.order_update_groups)
    S3_EMAIL_TEMPLATES_BUCKET   = "${local.templates_bucket_name}${var.name_suffix}"
    S3_ORDERS_BUCKET            = "${local.orders_bucket_name}${var.name_suffix}"
    SES_CONFIGURATION_SET       = local.configuration_set_name
    SES_FROM_ADDRESS            = var.ses_from_address
    SUPPORT_EMAIL               = var.support_email
  }

  queue_environments = {
    for name, row in local.consumers : name => {
      QUEUE_URL             = "https://sqs.${var.region}.amazonaws.com/${var.account_id}/${row.queue_name}"
      DEAD_LETTER_QUEUE_URL = "https://sqs.${var.region}.amazonaws.com/${var.account_id}/${row.dead_letter_queue_name}"
    }
  }

  values = { for name in keys(local.functions) : name => merge(local.shared_environment, lookup(local.queue_environments, name, {})) }

  # Exactly what a function's row lists.
  environments = {
    for name, row in local.functions :
    name => { for variable in row.environment : variable => local.values[name][variable] if contains(keys(local.values[name]), variable) }
  }

  without_value = flatten([
    for name, row in local.functions : [for variable in row.environment : "${variable} of ${name}" if !contains(keys(local.values[name]), variable)]
  ])

  # As packages/domain/src/supplier.ts reads it, which takes no null.
  supplier = {
    for key, value in {
      name               = var.invoice_supplier.name
      address            = var.invoice_supplier.address
      vatNumber          = var.invoice_supplier.vat_number
      registrationNumber = var.invoice_supplier.registration_number
      bank = {
        for key, value in {
          name       = var.invoice_supplier.bank.name
          branchCode = var.invoice_supplier.bank.branch_code
          account    = var.invoice_supplier.bank.account
          reference  = var.invoice_supplier.bank.reference
        } : key => value if value != null
      }
      phone = var.invoice_supplier.phone
      email = var.invoice_supplier.email
      terms = var.invoice_supplier.terms
    } : key => value if value != null
  }
}

# A function whose variable is missing dies at its first request, not when it is deployed.
resource "terraform_data" "environment" {
  input = sort(keys(local.shared_environment))

  lifecycle {
    precondition {
      condition     = length(local.without_value) == 0
      error_message = "functions.json lists variables that have no value: ${join(", ", local.without_value)}. Add them to shared_environment in terraform/modules/region/environment.tf."
    }
  }
}
