provider "aws" {
  region = "eu-west-1"
}

variables {
  region             = "eu-west-1"
  account_id         = "536580886816"
  name               = "orders"
  openapi_file       = "../../../packages/api/openapi.json"
  user_pool_arns     = ["arn:aws:cognito-idp:eu-west-1:536580886816:userpool/eu-west-1_Ab1"]
  allowed_origins    = ["https://portal.bbws.io"]
  throttle_rate      = 1000
  throttle_burst     = 2000
  log_retention_days = 30
  enable_xray        = false

  domain = {
    mode            = "owned"
    name            = "api.bbws.io"
    certificate_arn = "arn:aws:acm:eu-west-1:536580886816:certificate/00000000-0000-0000-0000-000000000000"
    regional_name   = "eu-west-1.api.bbws.io"
  }

  functions = {
    for name in ["create", "get", "list", "update"] : name => {
      function_name = "orders-${name}"
      alias_name    = "live"
      alias_arn     = "arn:aws:lambda:eu-west-1:536580886816:function:orders-${name}:live"
    }
  }
}

run "leads_every_route_to_its_function" {
  command = plan

  assert {
    condition = { for operation, permission in aws_lambda_permission.route : operation => permission.function_name } == {
      createOrder       = "orders-create"
      getOrder          = "orders-get"
      getInvoice        = "orders-get"
      openMailedInvoice = "orders-get"
      health            = "orders-get"
      listOrders        = "orders-list"
      updateOrder       = "orders-update"
    }
    error_message = "Each route that a function answers has permission to invoke it, and no other has."
  }

  assert {
    condition     = alltrue([for permission in aws_lambda_permission.route : permission.qualifier == "live"])
    error_message = "Routes invoke aliases."
  }

  assert {
    condition     = jsondecode(aws_api_gateway_rest_api.orders.body).paths["/v1.0/orders"].post["x-amazon-apigateway-integration"].uri == "arn:aws:apigateway:eu-west-1:lambda:path/2015-03-31/functions/arn:aws:lambda:eu-west-1:536580886816:function:orders-create:live/invocations"
    error_message = "The document names the alias."
  }

  assert {
    condition     = !strcontains(aws_api_gateway_rest_api.orders.body, "$${")
    error_message = "No placeholder is left in the document."
  }
}

# A model that API Gateway doesn't understand makes it refuse the document, at apply.
run "gives_api_gateway_no_models" {
  command = plan

  assert {
    condition     = !strcontains(aws_api_gateway_rest_api.orders.body, "\"requestBody\"") && !strcontains(aws_api_gateway_rest_api.orders.body, "\"content\"") && keys(jsondecode(aws_api_gateway_rest_api.orders.body).components) == ["securitySchemes"]
    error_message = "No schema of a body goes along."
  }

  assert {
    condition     = contains(keys(jsondecode(aws_api_gateway_rest_api.orders.body).paths["/v1.0/orders"].options.responses["204"].headers), "Access-Control-Allow-Origin")
    error_message = "A preflight's headers stay: API Gateway sends none that is not declared."
  }

  assert {
    condition     = [for parameter in jsondecode(aws_api_gateway_rest_api.orders.body).paths["/v1.0/orders/{orderId}"].get.parameters : parameter.name] == ["orderId"]
    error_message = "Parameters stay."
  }
}

run "says_of_every_route_whether_it_needs_a_login" {
  command = plan

  assert {
    condition = { for id, security in merge([
      for methods in values(jsondecode(aws_api_gateway_rest_api.orders.body).paths) : {
        for method, operation in methods : operation.operationId => length(operation.security) > 0 if method != "options"
      }
      ]...) : id => security } == {
      createOrder       = true
      getOrder          = true
      getInvoice        = true
      listOrders        = true
      updateOrder       = true
      openMailedInvoice = false
      health            = false
    }
    error_message = "Health and the link in a mail alone need no login."
  }

  assert {
    condition     = !contains(keys(jsondecode(aws_api_gateway_rest_api.orders.body)), "security")
    error_message = "No login stands above all routes."
  }
}

run "takes_tokens_of_every_pool" {
  command = plan

  variables {
    user_pool_arns = ["arn:aws:cognito-idp:af-south-1:536580886816:userpool/af-south-1_Ab1", "arn:aws:cognito-idp:eu-west-1:536580886816:userpool/eu-west-1_Ab1"]
  }

  assert {
    condition = jsondecode(aws_api_gateway_rest_api.orders.body).components.securitySchemes.idToken["x-amazon-apigateway-authorizer"].providerARNs == [
      "arn:aws:cognito-idp:af-south-1:536580886816:userpool/af-south-1_Ab1",
      "arn:aws:cognito-idp:eu-west-1:536580886816:userpool/eu-west-1_Ab1",
    ]
    error_message = "Whoever signed in at either pool is known."
  }
}

run "refuses_a_pool_that_breaks_out_of_the_template" {
  command = plan

  variables {
    user_pool_arns = ["arn\"]"]
  }

  expect_failures = [var.user_pool_arns]
}

# A route that says nothing of a login has the document's.
run "asks_for_a_login_where_a_route_says_nothing" {
  command = plan

  variables {
    openapi_file = "tests/fixtures/openapi.json"
  }

  assert {
    condition     = jsondecode(aws_api_gateway_rest_api.orders.body).paths["/silent"].get.security == [{ idToken = [] }]
    error_message = "Silence is no open door."
  }
}

run "lets_a_route_invoke_its_function_and_no_other" {
  command = plan

  override_resource {
    target          = aws_api_gateway_rest_api.orders
    override_during = plan
    values = {
      execution_arn = "arn:aws:execute-api:eu-west-1:536580886816:a1b2c3"
    }
  }

  assert {
    condition = { for operation, permission in aws_lambda_permission.route : operation => permission.source_arn } == {
      createOrder       = "arn:aws:execute-api:eu-west-1:536580886816:a1b2c3/live/POST/v1.0/orders"
      getOrder          = "arn:aws:execute-api:eu-west-1:536580886816:a1b2c3/live/GET/v1.0/orders/*"
      getInvoice        = "arn:aws:execute-api:eu-west-1:536580886816:a1b2c3/live/GET/v1.0/orders/*/invoice"
      openMailedInvoice = "arn:aws:execute-api:eu-west-1:536580886816:a1b2c3/live/GET/v1.0/invoices/*"
      health            = "arn:aws:execute-api:eu-west-1:536580886816:a1b2c3/live/GET/health"
      listOrders        = "arn:aws:execute-api:eu-west-1:536580886816:a1b2c3/live/GET/v1.0/tenants/*/orders"
      updateOrder       = "arn:aws:execute-api:eu-west-1:536580886816:a1b2c3/live/PUT/v1.0/orders/*"
    }
    error_message = "A permission names stage, method and path."
  }
}

run "lets_browsers_of_one_origin_in" {
  command = plan

  assert {
    condition     = jsondecode(aws_api_gateway_rest_api.orders.body)["x-amazon-apigateway-gateway-responses"].THROTTLED.responseParameters["gatewayresponse.header.Access-Control-Allow-Origin"] == "'https://portal.bbws.io'"
    error_message = "The gateway's own answers name the origin."
  }
}

run "lets_browsers_of_several_origins_in" {
  command = plan

  variables {
    allowed_origins = ["https://portal.bbws.io", "http://localhost:3000"]
  }

  assert {
    condition     = strcontains(jsondecode(aws_api_gateway_rest_api.orders.body).paths["/v1.0/orders"].options["x-amazon-apigateway-integration"].responses.default.responseTemplates["application/json"], "#foreach($allowed in ['https://portal.bbws.io', 'http://localhost:3000'])")
    error_message = "A preflight compares with each of them."
  }

  assert {
    condition     = jsondecode(aws_api_gateway_rest_api.orders.body)["x-amazon-apigateway-gateway-responses"].THROTTLED.responseParameters["gatewayresponse.header.Access-Control-Allow-Origin"] == "'*'"
    error_message = "The gateway's own answers cannot choose: they may be read from anywhere."
  }
}

run "gives_the_firewall_its_own_words" {
  command = plan

  assert {
    condition     = output.throttled_answer.status == 429 && jsondecode(output.throttled_answer.body).code == "TOO_MANY_REQUESTS" && !strcontains(output.throttled_answer.body, "$context")
    error_message = "The body is the gateway's, without the request's own id."
  }

  assert {
    condition     = output.throttled_answer.headers["Access-Control-Allow-Origin"] == "https://portal.bbws.io" && output.throttled_answer.headers["Cache-Control"] == "no-store" && !contains(keys(output.throttled_answer.headers), "X-Request-Id")
    error_message = "The headers are the gateway's, but for the request's own id."
  }
}

run "logs_no_personal_data_and_no_token" {
  command = plan

  assert {
    condition = length(setintersection(values(jsondecode(one(aws_api_gateway_stage.live.access_log_settings).format)), [
      "$context.path", "$context.identity.sourceIp", "$context.identity.userAgent", "$context.authorizer.claims.sub", "$context.authorizer.claims.email", "$context.error.message",
    ])) == 0
    error_message = "The access log names the route, never the path, the address or the caller."
  }

  assert {
    condition     = alltrue([for value in values(jsondecode(one(aws_api_gateway_stage.live.access_log_settings).format)) : startswith(value, "$context.") && !strcontains(value, "claims") && !strcontains(value, "identity")])
    error_message = "Nothing of the caller is logged."
  }

  assert {
    condition     = one(aws_api_gateway_method_settings.all.settings).logging_level == "OFF" && !one(aws_api_gateway_method_settings.all.settings).data_trace_enabled
    error_message = "Execution logs hold whole addresses: they are off."
  }
}

run "limits_every_method" {
  command = plan

  assert {
    condition     = aws_api_gateway_method_settings.all.method_path == "*/*" && one(aws_api_gateway_method_settings.all.settings).throttling_rate_limit == 1000 && one(aws_api_gateway_method_settings.all.settings).throttling_burst_limit == 2000
    error_message = "The limits hold for all methods."
  }
}

run "answers_on_the_name_and_on_the_regions_own" {
  command = plan

  assert {
    condition     = { for key, domain in aws_api_gateway_domain_name.owned : key => [domain.domain_name, domain.security_policy] } == { public = ["api.bbws.io", "TLS_1_2"], regional = ["eu-west-1.api.bbws.io", "TLS_1_2"] }
    error_message = "Two names, both for TLS 1.2 and above."
  }
}

run "keeps_tls_1_2_for_health_checks" {
  command = plan

  variables {
    domain = {
      mode            = "owned"
      name            = "api.bbws.io"
      certificate_arn = "arn:aws:acm:eu-west-1:536580886816:certificate/00000000-0000-0000-0000-000000000000"
      tls_policy      = "SecurityPolicy_TLS13_1_3_2025_09"
      regional_name   = "eu-west-1.api.bbws.io"
    }
  }

  assert {
    condition     = aws_api_gateway_domain_name.owned["public"].endpoint_access_mode == "STRICT" && aws_api_gateway_domain_name.owned["regional"].security_policy == "TLS_1_2"
    error_message = "Route 53 cannot speak TLS 1.3 alone."
  }
}

run "takes_its_own_path_of_a_shared_domain" {
  command = plan

  variables {
    domain = { mode = "shared", name = "api.bbws.io", base_path = "orders" }
  }

  assert {
    condition     = length(aws_api_gateway_domain_name.owned) == 0 && output.base_paths == { "api.bbws.io" = "orders" }
    error_message = "No domain is made, and one path of it is ours."
  }

  assert {
    condition     = jsondecode(aws_api_gateway_rest_api.orders.body).servers[0].variables.domain.default == "api.bbws.io/orders"
    error_message = "The document says where the API is."
  }

  assert {
    condition     = output.regional_domain_name == null && output.health_name == null
    error_message = "Records are the owner's."
  }
}

run "refuses_an_owned_domain_without_certificate" {
  command = plan

  variables {
    domain = { mode = "owned", name = "api.bbws.io" }
  }

  expect_failures = [var.domain]
}

run "refuses_an_origin_that_breaks_out_of_the_template" {
  command = plan

  variables {
    allowed_origins = ["https://portal.bbws.io', 'https://evil.example"]
  }

  expect_failures = [var.allowed_origins]
}
