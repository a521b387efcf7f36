environment = "dev"
account_id  = "536580886816"
region      = "eu-west-1"

api_domain     = "api-dev.bbws.io"
hosted_zone_id = "Z00000000000PLACEHOLDER" # placeholder
mail_identity  = "kimmyai.io"

github = {
  owner         = "bbws"          # placeholder
  owner_id      = "1"             # placeholder
  repository    = "order-service" # placeholder
  repository_id = "1"             # placeholder
}
