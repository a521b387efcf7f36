output "api_url" {
  description = "Where the API answers."
  value       = "https://${local.api_address}"
}

output "table_name" {
  description = "The table, in every region."
  value       = module.table.name
}

output "canary" {
  description = "How new versions take over, and the command that is still to be run after an apply; null when the apply itself moves everything."
  value       = var.canary == null ? null : merge(var.canary, { next = "pnpm canary shift --env ${var.environment} --yes" })
}

output "regions" {
  description = "What lies in each region, for operators and scripts."
  value = {
    for region, made in module.region : region => {
      functions          = { for name, each in made.functions : name => each.name }
      queues             = { for name, each in made.consumers : name => each.queue.name }
      dead_letter_queues = { for name, each in made.consumers : name => each.dead_letter_queue.name }
      orders_bucket      = made.orders_bucket.name
      templates_bucket   = made.templates_bucket.name
      topic_arn          = made.topic.arn
    }
  }
}
