using System.Collections.Frozen;
using IntegrationHub.Mappings.Engine.Functions.Text;

namespace IntegrationHub.Mappings.Engine.Recognition;

/// <summary>Words that names of columns are made of, French and English, whole and cut short.</summary>
internal static class HeaderVocabulary
{
    /// <summary>Two letters that may be found inside words written together; other such pieces have three.</summary>
    private static readonly FrozenSet<string> ShortPieces = FrozenSet.ToFrozenSet(["DE", "DU", "LA", "LE", "ET", "OF", "AT", "AN", "DT", "NE", "NO"]);

    private static readonly FrozenDictionary<string, Concept> Words = Entries
        .SelectMany(entry => entry.Words.Split(' ').Select(word => (word, entry.Concept)))
        .ToFrozenDictionary(e => e.word, e => e.Concept);

    private static readonly int LongestWord = Words.Keys.Max(word => word.Length);

    /// <param name="header">Name of a column.</param>
    /// <param name="strange">Whether some of its words are not known.</param>
    /// <returns>All that its words speak of.</returns>
    public static Concept Of(string header, out bool strange)
    {
        strange = false;
        var all = Concept.None;
        var words = WordsOf(header);
        foreach (var word in words)
        {
            if (Find(word) is { } concept)
            {
                all |= concept;
            }
            else
            {
                strange = true;
            }
        }

        // "C_NOM", "A_PRENOM": some owner cut down to a letter.
        strange |= words is [['A' or 'C' or 'S'], _, ..] && all != Concept.None;
        return all;
    }

    /// <summary>Its words, folded; words written together are cut where all of it is known.</summary>
    public static string[] WordsOf(string header) => [.. Functions.Text.Words.Of(Fold.Of(Spaced(header))).SelectMany(word => Words.ContainsKey(word) ? [word] : Pieces(word) ?? [word])];

    /// <summary>What a word of <see cref="WordsOf"/> speaks of; null when it is not known.</summary>
    public static Concept? Find(string word) => Words.TryGetValue(word, out var concept) ? concept : null;

    /// <summary>"dateNaissance" as "date Naissance", "tel1" as "tel 1".</summary>
    public static string Spaced(string header) => string.Concat(header.Select((c, i) => i > 0 && Parts(header[i - 1], c) ? $" {c}" : $"{c}"));

    private static bool Parts(char before, char after) =>
        (char.IsUpper(after) && char.IsLower(before)) || (char.IsAsciiDigit(after) && char.IsLetter(before)) || (char.IsLetter(after) && char.IsAsciiDigit(before));

    /// <summary>Words written together, "CODEPOSTAL": known words, none of two letters unless one has four, or nothing.</summary>
    private static List<string>? Pieces(string word)
    {
        var upTo = new (int Start, bool Long)?[word.Length + 1];
        upTo[0] = (0, false);
        for (var end = 2; end <= word.Length; end++)
        {
            for (var start = Math.Max(0, end - LongestWord); start < end - 1 && upTo[end] is not { Long: true }; start++)
            {
                if (upTo[start] is { } before && word[start..end] is var piece && (piece.Length > 2 || ShortPieces.Contains(piece)) && Words.ContainsKey(piece))
                {
                    upTo[end] = (start, before.Long || piece.Length > 3);
                }
            }
        }

        return upTo[word.Length] is { } whole && Cut(word, upTo) is var pieces && (whole.Long || pieces.TrueForAll(piece => piece.Length > 2)) ? pieces : null;
    }

    private static List<string> Cut(string word, (int Start, bool Long)?[] upTo)
    {
        var pieces = new List<string>();
        for (var end = word.Length; end > 0; end = upTo[end]!.Value.Start)
        {
            pieces.Insert(0, word[upTo[end]!.Value.Start..end]);
        }

        return pieces;
    }

    private static (Concept Concept, string Words)[] Entries =>
    [
        (Concept.None, "USAGER USAGERS CLIENT CONTACT PERSONNE PERSON TIERS DEMANDEUR CITOYEN CITIZEN GRU DCD INFO INFOS PROPERTIES USER INDIVIDU HABITANT ABONNE ADHERENT PATIENT MEMBER ELECTEUR VOTER "
            + "ADMINISTRE BENEFICIAIRE DE DU DES D LA LE LES L EN A OF AT THE S ES E ET AND C PERSO PERSONNEL PERSONNELLE PERSONAL PERS PRIVE PRIV PRO PROF PROFESSIONNEL PROFESSIONNELLE WORK TRAVAIL TRAV BUREAU BUR OFFICE SECONDAIRE SECONDARY ALTERNATE ALTERNATIF BIS SOIR EVENING OU OR DOM PRINCIPAL PRINCIPALE MAIN PRIMARY HOME DOMICILE ACTUEL ACTUELLE CURRENT "
            + "CIVIL LIB LIBELLE LABEL TXT VALEUR VALUE LIGNE LINE PREMIER PREMIERE DEUXIEME TROISIEME SECOND ER EME LISTE LIST ARRAY PLEIN 0 1 3 4 01 03"),
        (Concept.Second, "2 02"),
        (Concept.Birth, "NAISSANCE NAISS NAIS BIRTH BORN NE NEE NATAL"),
        (Concept.Birth | Concept.Date, "DOB DDN"),
        (Concept.Birth | Concept.Year, "YOB"),
        (Concept.Birth | Concept.Name, "PATRONYME PATRONYMIQUE PATRONYMIC MAIDEN JF"),
        (Concept.Birth, "JEUNE FILLE"),
        (Concept.Death, "DECES DEATH DECEDE DECEDEE DECEASED"),
        (Concept.Date, "DATE DT DAT"),
        (Concept.Year, "ANNEE AN YEAR YR AAAA YYYY"),
        (Concept.Month, "MOIS MONTH MON MM"),
        (Concept.Day, "JOUR DAY JJ DD"),
        (Concept.Place, "LIEU PLACE"),
        (Concept.City, "VILLE CITY TOWN COMMUNE SUBURB LOCALITE LOCALITY MUNICIPALITE MUNICIPALITY"),
        (Concept.Insee, "INSEE COG"),
        (Concept.Code, "CODE COD CD"),
        (Concept.Number, "NUMERO NUM NO N NR NUMBER"),
        (Concept.Country, "PAYS COUNTRY"),
        (Concept.Name | Concept.Nom, "NOM NOMS"),
        (Concept.Name, "NAME NAMES"),
        (Concept.Family, "FAMILLE FAMILY LAST"),
        (Concept.Family | Concept.Name, "SURNAME SURNAMES LNAME COGNOM COGNOME"),
        (Concept.Usage, "USAGE DUSAGE USUEL USUELLE MARITAL MARITALE MARRIED USUAL PREFERRED"),
        (Concept.Spouse, "EPOUX EPOUSE DEPOUX DEPOUSE MARI HUSBAND"),
        (Concept.Alternate, "AUTRES AUTRE OTHER OTHERS ALIAS"),
        (Concept.Full, "COMPLET FULL COMPLETE ENTIER"),
        (Concept.Full | Concept.Name, "IDENTITE DENOMINATION"),
        (Concept.Given, "PRENOM PRENOMS PREN FORENAME FORENAMES FNAME"),
        (Concept.First, "FIRST GIVEN CHRISTIAN MIDDLE MIDL"),
        (Concept.Sex, "SEXE SEX GENDER GENRE"),
        (Concept.Civility, "CIVILITE CIV TITRE TITLE SALUTATION CIVILITY"),
        (Concept.Mail, "EMAIL EMAILS MAIL COURRIEL MEL ELECTRONIQUE ELECTRONIC"),
        (Concept.Phone, "TEL TELEPHONE TELEPHONES TELEPHONIQUE PHONE FIXE LANDLINE"),
        (Concept.Mobile, "PORTABLE PORT MOBILE GSM CELL CELLULAIRE"),
        (Concept.Address, "ADRESSE DADRESSE ADRESSES ADR ADDRESS ADDR"),
        (Concept.Street, "RUE VOIE STREET ROAD HOUSE"),
        (Concept.Type, "TYPE"),
        (Concept.Complement, "COMPLEMENT COMPL CPLT BATIMENT BAT APPARTEMENT APPT ETAGE"),
        (Concept.Residence, "RESIDENCE"),
        (Concept.Household, "FOYER MENAGE HOUSEHOLD"),
        (Concept.Post, "POSTAL POSTALE POST"),
        (Concept.Post | Concept.Code, "CP ZIP ZIPCODE"),
        (Concept.Nir, "NIR SECU NSS"),
        (Concept.Other, "PERE MERE FATHER MOTHER PAPA MAMAN MOM DAD CONJOINT CONJOINTE CONJ CJ SPOUSE PARTNER WIFE FEMME ENFANT ENFANTS ENF CHILD BEBE BABY FILS PARENT PARENTS TUTEUR GUARDIAN "
            + "RESPONSABLE RESP RL LEGAL FRERE SOEUR REPRESENTANT MANDATAIRE PROCURATION NOTAIRE URGENCE EMERGENCY KIN PREVENIR PROCHE VOISIN VOISINE MEDECIN DOCTOR ECOLE SCHOOL ASSISTANTE GARDIEN "
            + "GESTIONNAIRE PAYEUR PAYER CONCESSIONNAIRE EMPLOYEUR EMPLOYER SERVICE AGENT DECLARANT MANDANT ANIMAL CHIEN CHAT ACTE DECLARATION "
            + "FICHIER FILE DOSSIER FAX STATUT STATUS IP URL MAC SITE WEB CREATION CREATED MODIFICATION MODIFIED MODIFIE UPDATED MAJ INSCRIPTION REGISTRATION ENTREE SORTIE DEBUT FIN START END "
            + "MARIAGE MARRIAGE DELIVRANCE EXPIRATION CONSENTEMENT CONSENT OPTIN HASH SCORE ID IDENTIFIANT KEY CLE UUID REF REFERENCE COMPANY ENTREPRISE SOCIETE USERNAME LOGIN"),
    ];
}
