module "topic" {
  source = "../topic"

  region     = var.region
  account_id = var.account_id
  name       = local.topic_name
}

# Which functions are there already: a new one begins at its first version, with or without a canary.
data "aws_lambda_functions" "present" {
  count = var.canary == null ? 0 : 1

  region = var.region
}

module "function" {
  source   = "../function"
  for_each = local.functions

  region      = var.region
  account_id  = var.account_id
  name        = each.value.function_name
  role_name   = "bbws-order-lambda-${each.key}-execution-${var.environment}${var.name_suffix}"
  description = each.value.description
  # The pipeline may make no role without it (bootstrap/).
  permissions_boundary = "arn:aws:iam::${var.account_id}:policy/bbws-order-lambda-boundary-${var.environment}"

  artifact           = replace(var.artifact, "{function}", each.key)
  memory_mb          = each.value.memoryMb
  timeout_seconds    = each.value.timeoutSeconds
  environment        = local.environments[each.key]
  policy             = lookup(local.policies, each.key, null)
  log_level          = var.log_level
  log_retention_days = var.log_retention_days
  enable_xray        = var.enable_xray
  keep_live_version  = var.canary != null && contains(flatten(data.aws_lambda_functions.present[*].function_names), each.value.function_name)
}

module "consumer" {
  source   = "../consumer"
  for_each = local.consumers

  region                   = var.region
  account_id               = var.account_id
  queue_name               = each.value.queue_name
  dead_letter_queue_name   = each.value.dead_letter_queue_name
  topic_arn                = module.topic.arn
  alias_arn                = module.function[each.key].alias_arn
  role_name                = module.function[each.key].role_name
  function_timeout_seconds = each.value.timeoutSeconds
  trigger                  = each.value.trigger
  queues                   = var.functions_file.queues
}

module "schedule" {
  source   = "../schedule"
  for_each = local.scheduled

  region        = var.region
  account_id    = var.account_id
  function_name = module.function[each.key].name
  alias_arn     = module.function[each.key].alias_arn
  alias_name    = module.function[each.key].alias_name
  rate_minutes  = each.value.trigger.rateMinutes
}

module "api" {
  source = "../api"

  region             = var.region
  account_id         = var.account_id
  name               = "bbws-order-api-${var.environment}"
  openapi_file       = var.openapi_file
  user_pool_arns     = var.user_pool_arns
  allowed_origins    = var.allowed_origins
  domain             = var.api_domain
  throttle_rate      = var.throttle_rate
  throttle_burst     = var.throttle_burst
  log_retention_days = var.log_retention_days
  enable_xray        = var.enable_xray

  functions = {
    for name in keys(local.http) : name => {
      function_name = module.function[name].name
      alias_name    = module.function[name].alias_name
      alias_arn     = module.function[name].alias_arn
    }
  }
}

module "waf" {
  source = "../waf"
  count  = var.waf == null ? 0 : 1

  region                    = var.region
  name                      = "bbws-order-api-${var.environment}"
  protected_arn             = module.api.stage_arn
  requests_per_five_minutes = var.waf.requests_per_five_minutes
  throttled_answer          = module.api.throttled_answer
  log_retention_days        = var.log_retention_days
}
