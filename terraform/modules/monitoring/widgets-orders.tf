# The way of an order: how many came how far, and what waits where.
locals {
  alarm_widget = {
    type   = "alarm"
    x      = 0
    y      = 0
    width  = 24
    height = local.row_height
    properties = {
      title  = "Alarms"
      sortBy = "stateUpdatedTimestamp"
      alarms = [for name in keys(local.alarms) : "arn:aws:cloudwatch:${var.region}:${var.account_id}:alarm:${name}"]
    }
  }

  # Of every hundred accepted, a hundred arrive at the end: as invoice, and as a mail to each side.
  funnel = [
    { label = "accepted", metric = "OrdersAccepted", service = "create" },
    { label = "recorded", metric = "OrdersRecorded", service = "record-creator" },
    { label = "rejected", metric = "OrdersRejected", service = "record-creator" },
    { label = "invoiced", metric = "InvoicesRendered", service = "pdf" },
    { label = "mailed to the team", metric = "MailsSent", service = "internal-notify" },
    { label = "mailed to customers", metric = "MailsSent", service = "customer-confirm" },
  ]

  funnel_metrics = [
    for step in local.funnel : [local.namespace, step.metric, "environment", var.environment, "service", step.service, { label = step.label }]
  ]

  funnel_rows = [
    [{ title = "Orders in the time shown", view = "singleValue", setPeriodToTimeRange = true, stat = "Sum", metrics = local.funnel_metrics }],
    [
      { title = "Orders by step", stat = "Sum", metrics = local.funnel_metrics },
      {
        title = "Changed, repeated, put aside"
        stat  = "Sum"
        metrics = [
          for count in [
            { metric = "OrdersUpdated", service = "update" },
            { metric = "OrdersReplayed", service = "create" },
            { metric = "OutboxPublished", service = "sweeper" },
          ] : [local.namespace, count.metric, "environment", var.environment, "service", count.service]
        ]
      },
    ],
  ]

  queue_rows = [[
    {
      title   = "Messages waiting"
      stat    = "Maximum"
      metrics = [for name, consumer in var.consumers : ["AWS/SQS", "ApproximateNumberOfMessagesVisible", "QueueName", consumer.queue_name, { label = name }]]
    },
    {
      title       = "Age of the oldest message (s)"
      stat        = "Maximum"
      metrics     = [for name, consumer in var.consumers : ["AWS/SQS", "ApproximateAgeOfOldestMessage", "QueueName", consumer.queue_name, { label = name }]]
      annotations = { horizontal = [{ label = "alarm", value = 300 }] }
    },
    {
      title   = "Dead letters"
      stat    = "Maximum"
      metrics = [for name, consumer in var.consumers : ["AWS/SQS", "ApproximateNumberOfMessagesVisible", "QueueName", consumer.dead_letter_queue_name, { label = name }]]
    },
  ]]
}
