# What ties the regions together: the API's name, and the copies of invoices. The table replicates by itself (modules/table).

# A shared domain has records already: its owner's.
module "failover" {
  source = "./modules/failover"
  count  = var.domain_mode == "owned" ? 1 : 0

  name              = var.api_domain
  hosted_zone_id    = var.hosted_zone_id
  account_id        = var.account_id
  primary_region    = var.primary_region
  alarm_prefix      = "bbws-order-api-${var.environment}"
  alerts_topic_name = "bbws-alerts-${var.environment}"
  alert_emails      = var.alert_emails
  runbook_url       = local.monitoring_runbook

  regions = {
    for region, made in module.region : region => {
      domain_name        = made.api.regional_domain_name
      zone_id            = made.api.regional_zone_id
      health_name        = made.api.health_name
      health_domain_name = made.api.health_domain_name
      health_zone_id     = made.api.health_zone_id
    }
  }
}

locals {
  monitoring_runbook = "${var.repository_url}/blob/main/docs/runbooks/monitoring.md"

  # From each region to each other one: whichever writes, its invoices reach the other.
  copies = merge([
    for from in keys(var.regions) : {
      for to in keys(var.regions) : from => to if to != from
    }
  ]...)
}

module "replication" {
  source   = "./modules/replication"
  for_each = local.copies

  account_id        = var.account_id
  source_bucket     = { name = module.region[each.key].orders_bucket.versioned_name, region = each.key }
  target_bucket     = { name = module.region[each.value].orders_bucket.versioned_name, region = each.value }
  alerts_topic_arns = { for region, made in module.region : region => made.alerts_topic_arn }
  runbook_url       = local.monitoring_runbook
  # Made by bootstrap/: the pipeline may make no role without it.
  permissions_boundary = "arn:aws:iam::${var.account_id}:policy/bbws-order-lambda-boundary-${var.environment}"
}
