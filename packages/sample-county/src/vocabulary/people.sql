CREATE FUNCTION county.girls() RETURNS text[] LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN ARRAY['Ada', 'Aisha', 'Alma', 'Amber', 'Anwen', 'Bethan', 'Bryony', 'Camila', 'Carys', 'Chloe', 'Daisy', 'Delphine',
  'Edie', 'Elena', 'Esme', 'Farah', 'Fern', 'Freya', 'Gaia', 'Greta', 'Halima', 'Hazel', 'Imogen', 'Iris', 'Ivy', 'Jasmin',
  'Kezia', 'Lena', 'Lottie', 'Maeve', 'Mina', 'Nadia', 'Nell', 'Olive', 'Orla', 'Pearl', 'Phoebe', 'Rosa', 'Ruby', 'Safa',
  'Saoirse', 'Selma', 'Tabitha', 'Tamsin', 'Tilda', 'Una', 'Willa', 'Yara', 'Zainab', 'Zofia'];

CREATE FUNCTION county.boys() RETURNS text[] LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN ARRAY['Aaron', 'Abel', 'Alfie', 'Arjun', 'Barnaby', 'Bram', 'Caleb', 'Callum', 'Cyrus', 'Dafydd', 'Dexter', 'Elias',
  'Emre', 'Ewan', 'Felix', 'Finley', 'Gethin', 'Hamza', 'Harvey', 'Hugo', 'Idris', 'Ivan', 'Jago', 'Jonah', 'Kai', 'Kofi',
  'Laurie', 'Leon', 'Lucian', 'Magnus', 'Marek', 'Milo', 'Nico', 'Noor', 'Oskar', 'Otis', 'Pavel', 'Quinn', 'Rafe', 'Reuben',
  'Rohan', 'Seth', 'Silas', 'Tadeo', 'Theo', 'Tomos', 'Umar', 'Vikram', 'Wilf', 'Zeki'];

CREATE FUNCTION county.surnames() RETURNS text[] LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN ARRAY['Abara', 'Ackerley', 'Adeyinka', 'Alderwick', 'Anstey', 'Ashgrove', 'Bakare', 'Barrowby', 'Begum', 'Bellweather',
  'Birtles', 'Blackthorn', 'Brackley', 'Brindle', 'Bukowska', 'Calloway', 'Chaudhry', 'Cobbold', 'Corbin', 'Crowhurst',
  'Dabrowski', 'Danquah', 'Denholm', 'Dimitrov', 'Drummond', 'Dunmore', 'Eastwick', 'Eccles', 'Elsworth', 'Erdem',
  'Fairbrass', 'Farthing', 'Fennimore', 'Ferreira', 'Gallimore', 'Garrick', 'Ghosh', 'Greaves', 'Hackett', 'Haddon',
  'Hartigan', 'Hassani', 'Heathcote', 'Holloway', 'Ibrahimi', 'Ingleby', 'Ivanova', 'Jaffrey', 'Jessop', 'Kamara',
  'Kershaw', 'Khatun', 'Kingsnorth', 'Kowalczyk', 'Lacey', 'Larkham', 'Leverton', 'Lovelock', 'Macready', 'Mahmood',
  'Maldon', 'Marchetti', 'Mensah', 'Merriman', 'Mistry', 'Moxon', 'Nadarajah', 'Nettleship', 'Nwosu', 'Oakden',
  'Odunsi', 'Okonjo', 'Orchard', 'Osei', 'Padgett', 'Pargeter', 'Patil', 'Penhale', 'Petrov', 'Quayle',
  'Rafferty', 'Rahmani', 'Redfern', 'Rocha', 'Rowntree', 'Saltmarsh', 'Sandhu', 'Satterthwaite', 'Selwood', 'Shirazi',
  'Skelton', 'Somerby', 'Stanyer', 'Szabo', 'Tallis', 'Tembo', 'Thackeray', 'Threlfall', 'Tindall', 'Tranter',
  'Uddin', 'Underhay', 'Varga', 'Vickery', 'Wadsworth', 'Warburton', 'Weatherby', 'Whitlock', 'Wolstenholme', 'Yardley',
  'Yilmaz', 'Zaman'];
