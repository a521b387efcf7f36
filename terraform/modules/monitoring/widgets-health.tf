# How fast, and how often it fails.
locals {
  api_metric = ["ApiName", var.api.api_name, "Stage", var.api.stage_name]

  latency_rows = [[
    {
      title = "API latency (ms)"
      metrics = [
        for stat in ["p50", "p95", "p99"] : concat(["AWS/ApiGateway", "Latency"], local.api_metric, [{ stat = stat, label = stat }])
      ]
    },
    {
      title   = "Duration, p95 (ms)"
      stat    = "p95"
      metrics = [for name, function in var.functions : ["AWS/Lambda", "Duration", "FunctionName", function.function_name, { label = name }]]
    },
    {
      title = "Cart, record and invoice, p95 (ms)"
      stat  = "p95"
      metrics = [
        for duration in [
          { metric = "CartLatency", service = "record-creator" },
          { metric = "WriteLatency", service = "record-creator" },
          { metric = "RenderLatency", service = "pdf" },
        ] : [local.namespace, duration.metric, "environment", var.environment, "service", duration.service]
      ]
    },
  ]]

  error_rows = [
    [
      {
        title   = "API requests"
        stat    = "Sum"
        metrics = [for metric in ["Count", "4XXError", "5XXError"] : concat(["AWS/ApiGateway", metric], local.api_metric)]
      },
      {
        title   = "Failed invocations"
        stat    = "Sum"
        metrics = [for name, function in var.functions : ["AWS/Lambda", "Errors", "FunctionName", function.function_name, { label = name }]]
      },
      {
        title   = "Failed messages"
        stat    = "Sum"
        metrics = [for name in keys(var.consumers) : [local.namespace, "BatchItemFailures", "environment", var.environment, "service", name, { label = name }]]
      },
    ],
    [
      {
        title   = "Mails"
        stat    = "Sum"
        metrics = [for metric in ["Send", "Delivery", "Bounce", "Complaint", "Reject", "DeliveryDelay"] : ["AWS/SES", metric, "ses:configuration-set", var.configuration_set_name]]
      },
      {
        title   = "Throttled requests of the table"
        stat    = "Sum"
        metrics = [for operation in local.table_operations : ["AWS/DynamoDB", "ThrottledRequests", "TableName", var.table_name, "Operation", operation, { label = operation }]]
      },
      {
        title = "Capacity used${length(var.receiving_regions) > 0 ? ", and replication lag (ms)" : ""}"
        metrics = concat(
          [for metric in ["ConsumedReadCapacityUnits", "ConsumedWriteCapacityUnits"] : ["AWS/DynamoDB", metric, "TableName", var.table_name, { stat = "Sum" }]],
          [for region in var.receiving_regions : ["AWS/DynamoDB", "ReplicationLatency", "TableName", var.table_name, "ReceivingRegion", region, { stat = "Maximum", yAxis = "right", label = "lag of ${region}" }]],
        )
      },
    ],
  ]
}
