# What the functions count themselves (packages/lambda/src/metrics.ts). A function counts nothing while nothing is wrong.
locals {
  namespace = "BBWS/Orders"

  # Who counts what follows from what a function has to do with: its variables say so.
  publishers = [for name, function in var.functions : name if contains(function.environment, "ORDER_EVENTS_TOPIC_ARN") && function.trigger.type != "schedule"]
  sweepers   = [for name, function in local.scheduled : name if contains(function.environment, "ORDER_EVENTS_TOPIC_ARN")]
  mailers    = [for name, function in var.functions : name if contains(function.environment, "SES_FROM_ADDRESS")]
  renderers  = [for name, function in var.functions : name if contains(function.environment, "INVOICE_SUPPLIER")]
  shoppers   = [for name, function in var.functions : name if contains(function.environment, "CART_LAMBDA_API_URL")]

  signals = {
    # Lambda's errors do not count them: a batch with failed messages is a success.
    failed-items     = { metric = "BatchItemFailures", of = keys(var.consumers), at = 5, minutes = 15, means = "Messages fail and are tried again." }
    deadline-stops   = { metric = "DeadlineStops", of = keys(var.consumers), at = 1, minutes = 5, means = "A batch was not done 5 seconds before its time-out." }
    publish-failures = { metric = "PublishFailures", of = local.publishers, at = 1, minutes = 5, means = "Events could not be published; the sweeper repeats them." }
    outbox-stuck     = { metric = "OutboxStuck", of = local.sweepers, at = 1, minutes = 5, means = "An event that nobody has received for a day is not published any more." }
    sweep-failures   = { metric = "SweepFailures", of = local.sweepers, at = 1, minutes = 5, means = "Outboxes could not be swept.", periods = 3, datapoints = 2 }
    unmarked-effects = { metric = "UnmarkedEffects", of = local.mailers, at = 1, minutes = 5, means = "A mail was sent and could not be noted: the next duplicate would send it again." }
    template-faults  = { metric = "TemplateFaults", of = local.mailers, at = 1, minutes = 5, means = "A mail template is missing or broken; the bundled one is sent instead." }
    logo-faults      = { metric = "LogoFaults", of = local.renderers, at = 1, minutes = 5, means = "The logo is broken or out of reach; invoices carry the bundled one." }
    cart-faults      = { metric = "CartFaults", of = local.shoppers, at = 5, minutes = 5, means = "The Cart API does not answer, or not as it should." }
  }

  order_alarms = merge([
    for anchor, signal in local.signals : {
      for name in signal.of : "${var.functions[name].function_name}-${anchor}" => {
        anchor      = anchor
        description = "${name}: ${signal.means}"
        metric = {
          namespace  = local.namespace
          name       = signal.metric
          dimensions = { environment = var.environment, service = name }
          stat       = "Sum"
        }
        comparison = "GreaterThanOrEqualToThreshold"
        threshold  = signal.at
        seconds    = 60 * signal.minutes
        periods    = try(signal.periods, 1)
        datapoints = try(signal.datapoints, 1)
        missing    = "notBreaching"
      }
    }
  ]...)
}
