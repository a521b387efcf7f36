locals {
  stage_name = "live"

  # As the document has them: [operation, method, path, function] of what leads to a function.
  document = jsondecode(file(var.openapi_file))
  routes = {
    for route in flatten([
      for path, methods in local.document.paths : [
        for method, operation in methods : {
          id       = operation.operationId
          method   = upper(method)
          path     = path
          function = one(regex("\\$\\{invoke_arns\\.([a-z-]+)\\}", operation["x-amazon-apigateway-integration"].uri))
        } if try(operation["x-amazon-apigateway-integration"].type, "") == "aws_proxy"
      ]
    ]) : route.id => route
  }

  filled = jsondecode(templatefile(var.openapi_file, {
    api_domain = var.domain.base_path == null ? var.domain.name : "${var.domain.name}/${var.domain.base_path}"
    # Between the quotes of a list's one text: more texts, each in quotes of its own.
    user_pool_arns  = join("\", \"", var.user_pool_arns)
    allowed_origins = join(", ", [for origin in var.allowed_origins : "'${origin}'"])
    # An answer of the gateway's own cannot choose one of several origins. It holds nothing but the fault, and no request sends cookies.
    gateway_allow_origin = length(var.allowed_origins) == 1 ? one(var.allowed_origins) : "*"
    invoke_arns = {
      for name, function in var.functions :
      name => "arn:aws:apigateway:${var.region}:lambda:path/2015-03-31/functions/${function.alias_arn}/invocations"
    }
  }))

  # Without schemas of bodies: API Gateway would make a model of each, in a JSON schema of its own, and refuse the whole document for a
  # keyword or an expression that it doesn't know. It checks no body with them: functions do. And with every route's own login, since
  # not every importer reads the one that stands above all routes.
  body = jsonencode(merge(
    { for name, part in local.filled : name => part if name != "security" },
    {
      components = { securitySchemes = local.filled.components.securitySchemes }
      paths = {
        for path, methods in local.filled.paths : path => {
          for method, operation in methods : method => merge(
            { security = local.filled.security },
            { for name, part in operation : name => part if name != "requestBody" },
            {
              responses = {
                for status, answer in operation.responses : status => { for name, part in answer : name => part if name != "content" }
              }
            },
          )
        }
      }
    },
  ))
}

resource "aws_api_gateway_rest_api" "orders" {
  region      = var.region
  name        = var.name
  description = "Order service of the BBWS customer portal."
  body        = local.body
  # Whoever knows the API's id could go round the domain's TLS policy, and round failover.
  disable_execute_api_endpoint = true

  endpoint_configuration {
    types = ["REGIONAL"]
  }

  lifecycle {
    create_before_destroy = true
  }
}

resource "aws_api_gateway_deployment" "orders" {
  region      = var.region
  rest_api_id = aws_api_gateway_rest_api.orders.id
  description = "Of the OpenAPI document ${substr(sha256(local.body), 0, 12)}."

  triggers = {
    body = sha256(local.body)
  }

  lifecycle {
    create_before_destroy = true
  }

  # Without permission a route answers 500.
  depends_on = [aws_lambda_permission.route]
}

resource "aws_api_gateway_stage" "live" {
  #checkov:skip=CKV_AWS_120:Answers belong to one tenant and are never to be stored (Cache-Control no-store).
  #checkov:skip=CKV2_AWS_4:Execution logs would hold whole addresses, with the token of an invoice link; the access log and the functions' own logs say what happened.
  #checkov:skip=CKV2_AWS_29:Sit and prod have a web ACL (modules/waf); dev does without.
  #checkov:skip=CKV2_AWS_51:Callers show an ID token, not a client certificate.
  #checkov:skip=CKV_AWS_73:X-Ray is switchable (R-OPS-04).
  region               = var.region
  rest_api_id          = aws_api_gateway_rest_api.orders.id
  deployment_id        = aws_api_gateway_deployment.orders.id
  stage_name           = local.stage_name
  xray_tracing_enabled = var.enable_xray

  access_log_settings {
    destination_arn = aws_cloudwatch_log_group.access.arn
    # No address, no path as it was called, no query string, no claim: none of it is needed to find a fault.
    format = jsonencode({
      time               = "$context.requestTimeEpoch"
      requestId          = "$context.requestId"
      method             = "$context.httpMethod"
      route              = "$context.resourcePath"
      status             = "$context.status"
      latency            = "$context.responseLatency"
      integrationStatus  = "$context.integration.status"
      integrationLatency = "$context.integration.latency"
      responseLength     = "$context.responseLength"
      errorType          = "$context.error.responseType"
      wafStatus          = "$context.waf.status"
      tlsVersion         = "$context.tlsVersion"
      domain             = "$context.domainName"
    })
  }
}

resource "aws_cloudwatch_log_group" "access" {
  #checkov:skip=CKV_AWS_158:It holds no personal data, and CloudWatch encrypts it with a key of its own.
  #checkov:skip=CKV_AWS_338:How long logs are kept is a choice of each environment; in prod it is a year.
  region            = var.region
  name              = "/aws/apigateway/${var.name}"
  retention_in_days = var.log_retention_days
}

resource "aws_api_gateway_method_settings" "all" {
  #checkov:skip=CKV_AWS_225:Answers belong to one tenant and are never to be stored (Cache-Control no-store).
  #checkov:skip=CKV_AWS_308:Nothing is cached that could be encrypted.
  region      = var.region
  rest_api_id = aws_api_gateway_rest_api.orders.id
  stage_name  = aws_api_gateway_stage.live.stage_name
  method_path = "*/*"

  settings {
    metrics_enabled        = true
    throttling_rate_limit  = var.throttle_rate
    throttling_burst_limit = var.throttle_burst
    logging_level          = "OFF"
    data_trace_enabled     = false
  }
}

resource "aws_lambda_permission" "route" {
  for_each = local.routes
  region   = var.region

  statement_id  = each.key
  action        = "lambda:InvokeFunction"
  function_name = var.functions[each.value.function].function_name
  qualifier     = var.functions[each.value.function].alias_name
  principal     = "apigateway.amazonaws.com"
  source_arn    = "${aws_api_gateway_rest_api.orders.execution_arn}/${local.stage_name}/${each.value.method}${replace(each.value.path, "/\\{[^}]+\\}/", "*")}"
}
