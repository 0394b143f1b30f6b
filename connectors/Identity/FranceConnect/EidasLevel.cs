namespace IntegrationHub.Connectors.Identity.FranceConnect;

/// <summary>Levels of assurance as FranceConnect names them (eIDAS: low, substantial, high).</summary>
public enum EidasLevel
{
    Eidas1,
    Eidas2,
    Eidas3,
}
