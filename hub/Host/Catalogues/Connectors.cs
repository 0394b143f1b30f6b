using IntegrationHub.Connectors.Abstractions;
using IntegrationHub.Connectors.Channels.Calls;
using IntegrationHub.Connectors.Channels.Mail;
using IntegrationHub.Connectors.Channels.Sms;
using IntegrationHub.Connectors.Crm.Dataverse;
using IntegrationHub.Connectors.Files.Csv;
using IntegrationHub.Connectors.Files.Drop;
using IntegrationHub.Connectors.Files.FixedWidth;
using IntegrationHub.Connectors.Files.JsonLines;
using IntegrationHub.Connectors.Files.Xml;
using IntegrationHub.Connectors.Finance.Pes;
using IntegrationHub.Connectors.Ged.Alfresco;
using IntegrationHub.Connectors.Ged.Cmis;
using IntegrationHub.Connectors.Gis.ArcGis;
using IntegrationHub.Connectors.Gis.Geocoding;
using IntegrationHub.Connectors.Gis.Ogc;
using IntegrationHub.Connectors.Gis.Wfs;
using IntegrationHub.Connectors.Gis.Zones;
using IntegrationHub.Connectors.Http.Declarative;
using IntegrationHub.Connectors.Identity.FranceConnect;
using IntegrationHub.Connectors.Identity.Ldap;
using IntegrationHub.Connectors.Identity.OpenId;
using IntegrationHub.Connectors.Portals;
using IntegrationHub.Connectors.Signature.Docusign;
using IntegrationHub.Connectors.Signature.Goodflag;
using IntegrationHub.Connectors.Signature.Iparapheur;
using IntegrationHub.Connectors.Signature.IparapheurSoap;
using IntegrationHub.Connectors.Signature.Yousign;
using IntegrationHub.Connectors.Sql;

namespace IntegrationHub.Host.Catalogues;

/// <summary>Every connector of this build, one line each.</summary>
public static class Connectors
{
    public static IReadOnlyList<Connector> All { get; } =
    [
        new AlfrescoConnector(),
        new CmisConnector(),
        new DataverseConnector(),
        new ArcGisConnector(),
        new GeocodingConnector(),
        new OgcFeaturesConnector(),
        new WfsConnector(),
        new ZonesConnector(),
        new CsvConnector(),
        new JsonLinesConnector(),
        new XmlConnector(),
        new FixedWidthConnector(),
        new FileDropConnector(),
        new PesConnector(),
        new MailConnector(),
        new OvhCallsConnector(),
        new OvhSmsConnector(),
        new HttpDocumentConnector(),
        new DocusignConnector(),
        new GoodflagConnector(),
        new IparapheurConnector(),
        new IparapheurSoapConnector(),
        new YousignConnector(),
        new SqlConnector(),
        new WebhookConnector(),
        new LdapConnector(),
        new FranceConnectConnector(),
        new OpenIdConnector(),
    ];

    /// <returns>Null when no connector has this name.</returns>
    public static Connector? Find(string name) => All.FirstOrDefault(connector => connector.Manifest.Name == name);
}
