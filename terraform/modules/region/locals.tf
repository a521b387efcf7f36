locals {
  # Every function, with the name that it has in AWS.
  functions = {
    for name, row in var.functions_file.functions :
    name => merge(row, { function_name = "bbws-order-lambda-${name}-${var.environment}" })
  }

  # Those that read a queue, with the queues' names.
  consumers = {
    for name, row in local.functions :
    name => merge(row, {
      queue_name             = "${row.trigger.queue}-${var.environment}"
      dead_letter_queue_name = "${row.trigger.queue}-dlq-${var.environment}"
    }) if row.trigger.type == "queue"
  }

  scheduled = { for name, row in local.functions : name => row if row.trigger.type == "schedule" }
  http      = { for name, row in local.functions : name => row if row.trigger.type == "http" }

  topic_name             = "bbws-order-events-${var.environment}"
  configuration_set_name = "bbws-order-mail-${var.environment}"
  orders_bucket_name     = "bbws-orders-${var.environment}"
  templates_bucket_name  = "bbws-email-templates-${var.environment}"

  # Policies are whole in a plan: ARNs follow from names, never from what AWS answers.
  arn = {
    table             = "arn:aws:dynamodb:${var.region}:${var.account_id}:table/${var.table_name}"
    topic             = "arn:aws:sns:${var.region}:${var.account_id}:${local.topic_name}"
    orders_bucket     = "arn:aws:s3:::${local.orders_bucket_name}${var.name_suffix}"
    templates_bucket  = "arn:aws:s3:::${local.templates_bucket_name}${var.name_suffix}"
    configuration_set = "arn:aws:ses:${var.region}:${var.account_id}:configuration-set/${local.configuration_set_name}"
  }
}
