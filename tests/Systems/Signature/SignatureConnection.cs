using IntegrationHub.Connectors.Abstractions.Settings;
using IntegrationHub.Connectors.Http.Settings;
using IntegrationHub.Connectors.Sandbox.Serving;
using IntegrationHub.Connectors.Sandbox.Systems.Signature;
using IntegrationHub.Connectors.Signature.Docusign;
using IntegrationHub.Connectors.Signature.Goodflag;
using IntegrationHub.Connectors.Signature.Iparapheur;
using IntegrationHub.Connectors.Signature.IparapheurSoap;
using IntegrationHub.Connectors.Signature.Yousign;

namespace IntegrationHub.Tests.Systems.Signature;

/// <summary>Settings of connections to the fakes.</summary>
internal static class SignatureConnection
{
    public static IparapheurSettings Iparapheur(Uri address, Secret secret) => new()
    {
        Url = BaseAddress.Of(address),
        Account = new BasicSettings { User = SandboxContext.User, Password = secret },
        Tenant = IparapheurSandbox.Tenant,
        Desk = IparapheurSandbox.Desk,
        PageSize = 4,
        Folder = new FolderSettings { Type = "Courrier", Subtype = "Convention", Document = SigningFiles.Pdf },
    };

    public static IparapheurSoapSettings Soap(Uri address, Secret secret) => new()
    {
        Url = BaseAddress.Of(address),
        Auth = new AuthSettings { Basic = new BasicSettings { User = SandboxContext.User, Password = secret } },
        Type = IparapheurSoapSandbox.Type,
        Subtype = "Convention",
        PageSize = 5,
        Dossier = new DossierSettings { Document = SigningFiles.Pdf },
    };

    public static YousignSettings Yousign(Uri address, Secret key) => new()
    {
        Url = BaseAddress.Of(address),
        Auth = new AuthSettings { Bearer = new BearerSettings { Token = key } },
        WebhookKeys = WebhookKey.Both,
        Request = new RequestSettings { Document = SigningFiles.Pdf, Activate = true },
    };

    /// <summary>Looks back over the whole town: its last changes lie weeks apart, as minutes do elsewhere.</summary>
    public static DocusignSettings Docusign(Uri address, Secret key) => new()
    {
        Url = BaseAddress.Of(address),
        AccountServer = BaseAddress.Of(address),
        Account = DocusignSandbox.Account,
        IntegrationKey = SandboxContext.User,
        User = SandboxContext.User,
        PrivateKey = key,
        WebhookKeys = WebhookKey.Both,
        LookBack = TimeSpan.FromDays(4000),
        PageSize = 8,
        Envelope = new EnvelopeSettings { Document = SigningFiles.Pdf, Send = true },
    };

    public static GoodflagSettings Goodflag(Uri address, Secret token) => new()
    {
        Url = BaseAddress.Of(address),
        Auth = new AuthSettings { Bearer = new BearerSettings { Token = token } },
        PageSize = 8,
        Workflow = new WorkflowSettings
        {
            User = GoodflagSandbox.User, ConsentPage = GoodflagSandbox.ConsentPage, SignatureProfile = GoodflagSandbox.Profile, Document = SigningFiles.Pdf, Start = true,
        },
    };
}
