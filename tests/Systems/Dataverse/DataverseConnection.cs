using IntegrationHub.Connectors.Abstractions.Settings;
using IntegrationHub.Connectors.Crm.Dataverse;
using IntegrationHub.Connectors.Http.Settings;
using IntegrationHub.Connectors.Sandbox.Systems.Dataverse;

namespace IntegrationHub.Tests.Systems.Dataverse;

/// <summary>Settings of a connection to the fake.</summary>
internal static class DataverseConnection
{
    public static DataverseSettings To(Uri address, Secret secret, params string[] more) => new()
    {
        Url = BaseAddress.Of(address),
        Auth = new AuthSettings
        {
            ClientCredentials = new ClientCredentialsSettings
            {
                TokenUrl = new Uri(address, DataverseSandbox.TokenPath),
                ClientId = "hub",
                ClientSecret = secret,
                Scope = "https://mairie.api.crm12.dynamics.com/.default",
            },
        },
        Columns = ["lastname", "firstname", "gru_nomnaissance", "gru_lieunaissance", "gru_birthdate_raw", "gendercode", "birthdate", "emailaddress1", "mobilephone", "telephone1", "address1_line1", "address1_line2", "address1_postalcode", "address1_city", "address1_country", "donotbulkemail", "modifiedon", .. more],
        PageSize = 25,
    };
}
