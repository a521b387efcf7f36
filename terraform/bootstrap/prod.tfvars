environment   = "prod"
account_id    = "093646564004"
region        = "af-south-1"
second_region = "eu-west-1"

api_domain     = "api.bbws.io"
hosted_zone_id = "Z00000000000PLACEHOLDER" # placeholder
mail_identity  = "kimmyai.io"

github = {
  owner         = "bbws"          # placeholder
  owner_id      = "1"             # placeholder
  repository    = "order-service" # placeholder
  repository_id = "1"             # placeholder
}
