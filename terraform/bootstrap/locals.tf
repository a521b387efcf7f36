locals {
  project = "bbws-order-service"
  service = "bbws-order-lambda"

  regions = compact([var.region, var.second_region])

  state_bucket = "bbws-terraform-state-${var.environment}"
  state_key    = "order-lambda/terraform.tfstate"

  # By their names, so that policies are whole in a plan.
  arn = {
    state_bucket = "arn:aws:s3:::${local.state_bucket}"
    boundary     = "arn:aws:iam::${var.account_id}:policy/${local.service}-boundary-${var.environment}"
    provider     = "arn:aws:iam::${var.account_id}:oidc-provider/token.actions.githubusercontent.com"

    # The roles that Terraform makes: of functions, and of the copies of invoices.
    roles = [
      "arn:aws:iam::${var.account_id}:role/${local.service}-*-execution-${var.environment}*",
      "arn:aws:iam::${var.account_id}:role/bbws-orders-${var.environment}*-replication",
    ]

    table             = "arn:aws:dynamodb:*:${var.account_id}:table/bbws-customer-portal-orders-${var.environment}"
    functions         = "arn:aws:lambda:*:${var.account_id}:function:${local.service}-*-${var.environment}"
    queues            = "arn:aws:sqs:*:${var.account_id}:bbws-order-*-${var.environment}"
    topics            = [for name in ["order-events", "alerts"] : "arn:aws:sns:*:${var.account_id}:bbws-${name}-${var.environment}"]
    orders_bucket     = "arn:aws:s3:::bbws-orders-${var.environment}*"
    templates_bucket  = "arn:aws:s3:::bbws-email-templates-${var.environment}*"
    configuration_set = "arn:aws:ses:*:${var.account_id}:configuration-set/bbws-order-mail-${var.environment}"
    mail_identity     = "arn:aws:ses:*:${var.account_id}:identity/${var.mail_identity}"
    cart_apis         = "arn:aws:execute-api:*:${coalesce(var.cart_account_id, var.account_id)}:*"
    cart_functions    = "arn:aws:lambda:*:${coalesce(var.cart_account_id, var.account_id)}:function:*"
    rules             = "arn:aws:events:*:${var.account_id}:rule/${local.service}-*-${var.environment}"
    alarms            = "arn:aws:cloudwatch:*:${var.account_id}:alarm:bbws-*"
    dashboards        = "arn:aws:cloudwatch::${var.account_id}:dashboard/bbws-orders-${var.environment}*"
    web_acls          = "arn:aws:wafv2:*:${var.account_id}:regional/webacl/bbws-order-api-${var.environment}/*"
    budget            = "arn:aws:budgets::${var.account_id}:budget/bbws-orders-${var.environment}"

    log_groups = [
      for name in ["/aws/lambda/${local.service}-*-${var.environment}", "/aws/apigateway/bbws-order-api-${var.environment}", "aws-waf-logs-bbws-order-api-${var.environment}"] :
      "arn:aws:logs:*:${var.account_id}:log-group:${name}"
    ]

    # API Gateway numbers what it makes: nothing in these ARNs tells our API from another one of the account.
    apis = [for path in ["/restapis", "/restapis/*", "/domainnames", "/domainnames/*", "/tags/*"] : "arn:aws:apigateway:*::${path}"]
  }
}
