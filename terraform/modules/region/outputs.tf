# Modules as a whole, for failover and replication at the root, and for the tests.

output "api" {
  description = "The API: outputs of modules/api."
  value       = module.api
}

output "waf" {
  description = "Its firewall: outputs of modules/waf; null where there is none."
  value       = one(module.waf)
}

output "functions" {
  description = "The functions, by their names in functions.json: outputs of modules/function."
  value       = module.function
}

output "consumers" {
  description = "The queues and who reads them, by the names of the functions: outputs of modules/consumer."
  value       = module.consumer
}

output "schedules" {
  description = "The schedules, by the names of the functions: outputs of modules/schedule."
  value       = module.schedule
}

output "topic" {
  description = "The topic of order events: outputs of modules/topic."
  value       = module.topic
}

output "orders_bucket" {
  description = "The bucket of invoices: outputs of modules/bucket."
  value       = module.orders_bucket
}

output "templates_bucket" {
  description = "The bucket of mail templates: outputs of modules/bucket."
  value       = module.templates_bucket
}

output "monitoring" {
  description = "Alarms and dashboard: outputs of modules/monitoring."
  value       = module.monitoring
}
