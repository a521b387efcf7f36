# What a firewall before the API can say in the gateway's own words.
locals {
  # The gateway's answer to too many requests, so far as who cannot fill in a request's own values can give it as well: a header in
  # quotes is one that is always the same.
  throttled = local.filled["x-amazon-apigateway-gateway-responses"].THROTTLED
  throttled_answer = {
    status = tonumber(local.throttled.statusCode)
    headers = {
      for name, value in local.throttled.responseParameters :
      trimprefix(name, "gatewayresponse.header.") => trim(value, "'") if startswith(value, "'")
    }
    body = jsonencode({
      for name, value in jsondecode(local.throttled.responseTemplates["application/json"]) :
      name => value if !startswith(tostring(value), "$context.")
    })
  }
}
