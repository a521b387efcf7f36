module "monitoring" {
  source = "../monitoring"

  region                 = var.region
  account_id             = var.account_id
  environment            = var.environment
  alerts_topic_name      = "bbws-alerts-${var.environment}"
  alert_emails           = var.alert_emails
  dashboard_name         = "bbws-orders-${var.environment}${var.name_suffix}"
  runbook_url            = "${var.repository_url}/blob/main/docs/runbooks/monitoring.md"
  functions              = local.functions
  consumers              = local.consumers
  api                    = { api_name = module.api.api_name, stage_name = module.api.stage_name }
  table_name             = var.table_name
  receiving_regions      = setsubtract(concat([var.primary_region], var.replica_regions), [var.region])
  topic_name             = local.topic_name
  configuration_set_name = module.mail.configuration_set_name
}

output "alerts_topic_arn" {
  description = "ARN of the topic that alarms of this region publish to."
  value       = module.monitoring.alerts_topic_arn
}
